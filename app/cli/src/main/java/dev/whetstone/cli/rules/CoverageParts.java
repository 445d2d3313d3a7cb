package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.Between;
import dev.whetstone.services.coverage.Diagnosis;
import dev.whetstone.services.coverage.ModelFit;
import dev.whetstone.services.coverage.SliceRow;
import dev.whetstone.services.coverage.Uncovered;
import java.util.List;

/// What `coverage` says besides its table.
///
/// @param json to add to
/// @param lines to add to
record CoverageParts(ObjectNode json, List<String> lines) {
    void slices(List<SliceRow> rows) {
        ArrayNode array = json.putArray("slices");
        Table table =
                new Table(
                        "Slice",
                        "Pairs",
                        "Judged",
                        "Covered",
                        "Overlap",
                        "Conflict",
                        "Accuracy",
                        "Majority");
        for (SliceRow row : rows) {
            String name = row.slice().id().isEmpty() ? "all" : row.slice().id();
            ObjectNode one =
                    array.addObject()
                            .put("slice", name)
                            .put("pairs", row.slice().pairs())
                            .put("judged", row.choices())
                            .put("coverage", row.covered())
                            .put("overlaps", row.overlap())
                            .put("conflicts", row.conflict());
            estimate(one, "label_accuracy", row.accuracy());
            estimate(one, "majority_accuracy", row.majority());
            table.row(
                    name,
                    String.valueOf(row.slice().pairs()),
                    String.valueOf(row.choices()),
                    Table.decimal(row.covered()),
                    Table.decimal(row.overlap()),
                    Table.decimal(row.conflict()),
                    Table.decimal(row.accuracy().value()),
                    Table.decimal(row.majority().value()));
        }
        lines.add("");
        lines.addAll(table.lines());
    }

    void models(Diagnosis diagnosis) {
        ObjectNode models = json.putObject("models");
        models.put("auto", diagnosis.taken()).put("judged", diagnosis.judged());
        ArrayNode fits = models.putArray("fits");
        Table table =
                new Table(
                        "Model",
                        "Accuracy",
                        "Log loss",
                        "Brier",
                        "ECE",
                        "Vs majority",
                        "Converged");
        for (ModelFit fit : diagnosis.fits()) {
            ObjectNode one =
                    fits.addObject().put("model", fit.model().wireName()).put("used", fit.used());
            estimate(one, "accuracy", fit.accuracy());
            Json.number(one, "log_loss", fit.logLoss());
            Json.number(one, "brier", fit.brier());
            Json.number(one, "ece", fit.ece());
            Json.number(one, "against_majority", fit.againstMajority());
            one.put("converged", fit.converged());
            table.row(
                    fit.model().wireName(),
                    Table.decimal(fit.accuracy().value()),
                    Table.decimal(fit.logLoss()),
                    Table.decimal(fit.brier()),
                    Table.decimal(fit.ece()),
                    Table.decimal(fit.againstMajority()),
                    fit.converged() ? "yes" : "no");
        }
        ArrayNode challenges = models.putArray("challenges");
        for (ModelDecision.Challenge challenge : diagnosis.challenges()) {
            ObjectNode one =
                    challenges
                            .addObject()
                            .put("model", challenge.model())
                            .put("against", challenge.against());
            Json.number(one, "gain", challenge.gain()).put("won", challenge.won());
        }
        lines.add("");
        lines.addAll(table.lines());
        lines.add("Left to itself the program takes " + diagnosis.taken() + ".");
    }

    void people(Agreement agreement) {
        ObjectNode people =
                json.putObject("agreement")
                        .put("people", agreement.people())
                        .put("pairs", agreement.pairs());
        estimate(people, "alpha", agreement.alpha());
        ArrayNode each = people.putArray("between");
        Table table = new Table("Two people", "Both judged", "Same", "Cohen's kappa", "Alpha");
        for (Between two : agreement.between()) {
            ObjectNode one =
                    each.addObject()
                            .put("first", two.first())
                            .put("second", two.second())
                            .put("pairs", two.pairs());
            Json.number(one, "same", two.same());
            Json.number(one, "kappa", two.kappa());
            Json.number(one, "alpha", two.alpha());
            table.row(
                    two.first() + ", " + two.second(),
                    String.valueOf(two.pairs()),
                    Table.decimal(two.same()),
                    Table.decimal(two.kappa()),
                    Table.decimal(two.alpha()));
        }
        lines.add("");
        lines.addAll(
                agreement.between().isEmpty()
                        ? List.of("No pair was judged by two people.")
                        : table.lines());
        if (agreement.alpha().defined()) {
            lines.add(
                    "Krippendorff's alpha of all "
                            + agreement.people()
                            + " people: "
                            + Table.decimal(agreement.alpha().value())
                            + " over "
                            + agreement.pairs()
                            + " pairs");
        }
    }

    void clusters(Uncovered uncovered) {
        ObjectNode clusters =
                json.putObject("clusters")
                        .put("pairs", uncovered.pairs())
                        .put("by", uncovered.encoder())
                        .put("prompts", uncovered.prompts())
                        .put("sampled", uncovered.sampled())
                        .put("silhouette", uncovered.silhouette());
        ArrayNode groups = clusters.putArray("groups");
        lines.add("");
        lines.add(uncovered.pairs() + " pairs that no rule votes on, by " + uncovered.encoder());
        for (Uncovered.Group group : uncovered.groups()) {
            ObjectNode one =
                    groups.addObject()
                            .put("pairs", group.pairs().size())
                            .put("judged", group.choices())
                            .put("first_rule", group.firstRule());
            group.words().forEach(one.putArray("words")::add);
            group.examples().forEach(one.putArray("examples")::add);
            lines.add(
                    (group.words().isEmpty()
                                    ? "without a word in common"
                                    : String.join(", ", group.words()))
                            + ": "
                            + group.pairs().size()
                            + " pairs, "
                            + group.choices()
                            + " judged");
            group.examples().forEach(example -> lines.add("    " + example));
        }
        int same = uncovered.nearlySame().pairs().size();
        clusters.put("nearly_same", same);
        if (same > 0) {
            lines.add("both replies nearly the same: " + same + " pairs");
        }
    }

    private static void estimate(ObjectNode node, String name, Estimate of) {
        Json.estimate(
                node,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }
}
