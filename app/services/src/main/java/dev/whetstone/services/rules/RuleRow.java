package dev.whetstone.services.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One rule of the list.
///
/// @param text canonical, in the rule language
/// @param sentence in words
/// @param origin the explanation it came from; empty when it was written by hand
/// @param comparisonId the comparison of that explanation; [#NO_COMPARISON] when there is none
public record RuleRow(
        UUID id,
        String name,
        String text,
        String sentence,
        RuleState state,
        String author,
        String origin,
        UUID comparisonId,
        Instant changed,
        Figures figures) {
    public static final UUID NO_COMPARISON = new UUID(0, 0);

    public RuleRow withFigures(Figures newer) {
        return new RuleRow(
                id, name, text, sentence, state, author, origin, comparisonId, changed, newer);
    }

    /// The rows with the figures that their rules have among others; their own where they have
    /// none.
    public static List<RuleRow> withFigures(List<RuleRow> rows, List<RuleRow> known) {
        Map<UUID, Figures> figures = new HashMap<>();
        known.forEach(row -> figures.put(row.id(), row.figures()));
        return rows.stream()
                .map(row -> row.withFigures(figures.getOrDefault(row.id(), row.figures())))
                .toList();
    }
}
