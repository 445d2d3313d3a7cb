package dev.whetstone.cli.detectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.reward.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Detectors as JSON and as lines.
final class DetectorAnswer {
    private DetectorAnswer() {}

    static ObjectNode json(DetectorRow row) {
        ObjectNode json =
                Json.object()
                        .put("name", row.name())
                        .put("version", row.version())
                        .put("kind", row.recipe().kind())
                        .put("state", row.state().name().toLowerCase(Locale.ROOT))
                        .put("marks", row.yes() + row.no())
                        .put("yes", row.yes())
                        .put("no", row.no())
                        .put("marks_by_condition", row.made())
                        .put("read", row.read())
                        .put("author", row.author())
                        .put("changed", row.changed().toString());
        Accuracy of = row.accuracy();
        json.put("measured_on", of.marks());
        put(json, of);
        row.rules().forEach(json.putArray("rules")::add);
        if (row.recipe() instanceof Recipe.Examples(var concept, var like, var unlike)) {
            json.put("concept", concept).put("like", like.size()).put("unlike", unlike.size());
        }
        return json;
    }

    static void put(ObjectNode json, Accuracy of) {
        Json.estimate(
                json,
                "accuracy",
                new Estimate(of.accuracy().value(), of.accuracy().low(), of.accuracy().high()));
        Json.number(json, "majority", of.majority());
        Json.number(json, "auc", of.auc());
        json.put("standing", of.standing().name().toLowerCase(Locale.ROOT));
    }

    static List<String> table(List<DetectorRow> rows) {
        Table table =
                new Table(
                        "Detector",
                        "Kind",
                        "State",
                        "Yes",
                        "No",
                        "Accuracy",
                        "Low",
                        "Majority",
                        "Read",
                        "Rules");
        for (DetectorRow row : rows) {
            Accuracy of = row.accuracy();
            table.row(
                    "#" + row.name(),
                    row.recipe().kind(),
                    row.state().name().toLowerCase(Locale.ROOT),
                    String.valueOf(row.yes()),
                    String.valueOf(row.no()),
                    Table.decimal(of.accuracy().value()),
                    Table.decimal(of.accuracy().low()),
                    Table.decimal(of.majority()),
                    String.valueOf(row.read()),
                    String.join(", ", row.rules()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (DetectorRow row : rows) {
            if (of(row) == Accuracy.Standing.NOT_SHOWN_BETTER) {
                lines.add("#" + row.name() + ": " + standing(row));
            }
        }
        return lines;
    }

    private static Accuracy.Standing of(DetectorRow row) {
        return row.accuracy().standing();
    }

    /// One detector in words.
    static List<String> lines(DetectorRow row) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "#"
                        + row.name()
                        + ", version "
                        + row.version()
                        + ", "
                        + row.recipe().kind()
                        + ", "
                        + row.state().name().toLowerCase(Locale.ROOT));
        lines.add(
                row.yes()
                        + " texts marked yes, "
                        + row.no()
                        + " no"
                        + (row.made() == 0 ? "" : "; " + row.made() + " of them by a condition"));
        lines.add(standing(row));
        lines.add(
                "has read "
                        + row.read()
                        + " texts; "
                        + (row.rules().isEmpty()
                                ? "no active rule asks it"
                                : "asked by " + String.join(", ", row.rules())));
        return lines;
    }

    /// How good it is, and whether that may be claimed.
    private static String standing(DetectorRow row) {
        Accuracy of = row.accuracy();
        String right =
                "right about "
                        + Table.percent(of.accuracy().value())
                        + " of "
                        + of.marks()
                        + " marked texts it was not fitted to ("
                        + Table.percent(of.accuracy().low())
                        + " to "
                        + Table.percent(of.accuracy().high())
                        + ")";
        return switch (of.standing()) {
            case UNMEASURED -> "how good it is has not been measured; mark some texts";
            case BETTER_THAN_MAJORITY ->
                    right
                            + "; always the commoner answer would be right about "
                            + Table.percent(of.majority());
            case NOT_SHOWN_BETTER ->
                    right
                            + ", which is not shown to be better than always the commoner answer ("
                            + Table.percent(of.majority())
                            + "); mark more texts";
        };
    }
}
