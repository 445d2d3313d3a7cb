package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.HeadToHead;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.accuracy.GroupAccuracy;
import dev.whetstone.services.accuracy.RuleAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The reward model's accuracy part by part, as JSON and for people.
final class Breakdown {
    /// What choices are put together by.
    enum By {
        RULE,
        SLICE,
        PERSON
    }

    private Breakdown() {}

    static void put(ObjectNode json, AccuracyReport report, By by) {
        json.put("by", by.name().toLowerCase(Locale.ROOT))
                .put("choices", report.choices())
                .put("choices_untried", report.untried())
                .put("stale", report.stale());
        ArrayNode rows = json.putArray("rows");
        switch (by) {
            case RULE -> report.rules().forEach(row -> rule(rows.addObject(), row));
            case SLICE ->
                    report.slices()
                            .forEach(row -> group(rows.addObject(), "slice", row.of().id(), row));
            case PERSON ->
                    report.people()
                            .forEach(row -> group(rows.addObject(), "person", row.of(), row));
        }
    }

    private static void rule(ObjectNode json, RuleAccuracy row) {
        HeadToHead of = row.against();
        json.put("rule", row.name()).put("sentence", row.sentence()).put("choices", of.items());
        estimate(json, "model", of.first());
        estimate(json, "rule_accuracy", of.second());
        Json.number(json, "shortfall", row.shortfall());
        json.put("disagreements", of.apart());
        estimate(json, "model_right_when_they_disagree", of.firstApart());
        json.put("better", better(of));
    }

    private static String better(HeadToHead of) {
        return switch (of.better()) {
            case FIRST -> "model";
            case SECOND -> "rule";
            case UNSETTLED -> "unsettled";
        };
    }

    private static void group(ObjectNode json, String kind, String name, GroupAccuracy<?> row) {
        json.put(kind, name).put("choices", row.choices());
        estimate(json, "model", row.model());
        Json.number(json, "shortfall", row.shortfall());
    }

    private static void estimate(ObjectNode json, String name, Estimate of) {
        Json.estimate(
                json,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }

    static List<String> lines(AccuracyReport report, By by) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(
                switch (by) {
                    case RULE -> rules(report.rules());
                    case SLICE -> groups("Slice", report.slices(), slice -> slice.id());
                    case PERSON -> groups("Person", report.people(), name -> name);
                });
        if (report.untried() > 0) {
            lines.add(
                    report.untried()
                            + " choices were made since, or left out of training; nothing is said"
                            + " of them.");
        }
        if (report.stale()) {
            lines.add("Choices or rules have changed since; train again to measure anew.");
        }
        return lines;
    }

    private static List<String> rules(List<RuleAccuracy> rules) {
        if (rules.isEmpty()) {
            return List.of("No active rule votes on a choice that was measured on.");
        }
        Table table =
                new Table("Rule", "Choices", "Model", "95 %", "Rule acc.", "Apart", "Model right");
        for (RuleAccuracy row : rules) {
            HeadToHead of = row.against();
            table.row(
                    row.name(),
                    count(of.items()),
                    Table.percent(of.first().value()),
                    range(of.first()),
                    Table.percent(of.second().value()),
                    String.valueOf(of.apart()),
                    of.apart() == 0
                            ? "-"
                            : Math.round(of.apart() * of.firstApart().value())
                                    + " of "
                                    + of.apart()
                                    + switch (of.better()) {
                                        case FIRST -> ", the model is better";
                                        case SECOND -> ", the rule is better";
                                        case UNSETTLED -> "";
                                    });
        }
        return table.lines();
    }

    private static <T> List<String> groups(
            String title, List<GroupAccuracy<T>> groups, Function<T, String> name) {
        Table table = new Table(title, "Choices", "Model", "95 %", "Below all");
        for (GroupAccuracy<T> row : groups) {
            table.row(
                    name.apply(row.of()),
                    count(row.choices()),
                    Table.percent(row.model().value()),
                    range(row.model()),
                    Table.percent(row.shortfall()));
        }
        return table.lines();
    }

    /// Marked where so few say next to nothing.
    private static String count(int choices) {
        return choices < AccuracyReport.FEW ? choices + " (few)" : String.valueOf(choices);
    }

    private static String range(Estimate of) {
        return Table.percent(of.low()) + " to " + Table.percent(of.high());
    }
}
