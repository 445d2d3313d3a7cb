package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;

/// The LF summary as JSON and as a table.
final class FiguresJson {
    private FiguresJson() {}

    static ObjectNode of(RuleRow row) {
        Figures figures = row.figures();
        ObjectNode json =
                Json.object()
                        .put("id", row.id().toString())
                        .put("name", row.name())
                        .put("rule", row.text())
                        .put("state", row.state().name().toLowerCase(java.util.Locale.ROOT))
                        .put("author", row.author())
                        .put("origin", row.origin())
                        .put("polarity", figures.polarity())
                        .put("coverage", figures.coverage())
                        .put("overlaps", figures.overlaps())
                        .put("conflicts", figures.conflicts())
                        .put("correct", figures.correct())
                        .put("incorrect", figures.incorrect());
        Json.number(json, "empirical_accuracy", figures.accuracy());
        Json.number(json, "learned_weight", figures.weight());
        ArrayNode interval = json.putArray("accuracy_interval");
        if (Double.isFinite(figures.low())) {
            interval.add(figures.low()).add(figures.high());
        }
        json.put("unique_share", figures.uniqueShare()).put("flips", figures.flips());
        Json.number(json, "longer_agreement", figures.longerAgreement());
        json.put(
                "length_badge",
                figures.length()
                        .badge()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '));
        Estimate matched =
                new Estimate(
                        figures.length().matched().value(),
                        figures.length().matched().low(),
                        figures.length().matched().high());
        Json.estimate(json, "length_matched_accuracy", matched);
        return json.put("errors", figures.errors());
    }

    static List<String> table(List<RuleRow> rows) {
        Table table =
                new Table(
                        "Rule",
                        "State",
                        "Coverage",
                        "Overlaps",
                        "Conflicts",
                        "Correct",
                        "Incorrect",
                        "Emp. Acc.",
                        "Weight",
                        "Length",
                        "Matched",
                        "Text");
        for (RuleRow row : rows) {
            Figures figures = row.figures();
            table.row(
                    row.name(),
                    row.state().name().toLowerCase(java.util.Locale.ROOT),
                    Table.decimal(figures.coverage()),
                    Table.decimal(figures.overlaps()),
                    Table.decimal(figures.conflicts()),
                    String.valueOf(figures.correct()),
                    String.valueOf(figures.incorrect()),
                    Table.decimal(figures.accuracy()),
                    Table.decimal(figures.weight()),
                    length(figures),
                    Table.decimal(figures.length().matched().value()),
                    row.text());
        }
        return table.lines();
    }

    private static String length(Figures figures) {
        return switch (figures.length().badge()) {
            case NONE -> "";
            case FOLLOWS_LONGER -> "longer";
            case FOLLOWS_SHORTER -> "shorter";
        };
    }
}
