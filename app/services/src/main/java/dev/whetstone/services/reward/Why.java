package dev.whetstone.services.reward;

import java.util.List;
import java.util.UUID;

/// Why a response has its score.
///
/// @param parts features by contribution to the score, largest first
/// @param rules rules that say something of the response alone, +1 good, -1 bad
/// @param nearest judged responses closest in meaning
public record Why(Score score, List<Part> parts, List<Verdict> rules, List<Neighbour> nearest) {
    public Why {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
        nearest = List.copyOf(nearest);
    }

    /// @param name of the feature, or the rule in words
    public record Part(String name, double contribution) {}

    /// @param sentence the rule in words
    public record Verdict(UUID ruleId, String rule, String sentence, int sign) {}

    /// @param won whether it was preferred
    public record Neighbour(
            UUID comparisonId,
            String annotator,
            boolean won,
            double similarity,
            String text,
            String explanation) {}
}
