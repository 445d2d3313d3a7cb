package dev.whetstone.services.curve;

import dev.whetstone.core.reward.curve.Curve;
import java.time.Instant;
import java.util.List;

/// A learning curve of a project.
///
/// @param judged comparisons with a choice; of very many only some are measured on
/// @param used judged comparisons that took part
/// @param rules what became of the active rules
/// @param stale whether choices, rules or texts have changed since
public record CurveReport(
        Curve curve,
        int judged,
        int used,
        RuleCount rules,
        long seed,
        Instant measured,
        double seconds,
        boolean stale) {

    /// The active rules by where they come from.
    ///
    /// @param explained enter the curve with the comparisons whose explanations say them
    /// @param written by hand; they take part from the start
    /// @param suggested mined from all choices, those held out among them, and so left out
    public record RuleCount(int explained, int written, int suggested) {}

    /// What the curve says, in sentences that claim no more than its intervals do.
    public List<String> words() {
        return CurveWords.of(this);
    }
}
