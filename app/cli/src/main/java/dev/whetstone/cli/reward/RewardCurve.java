package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurvePoint;
import dev.whetstone.core.reward.curve.Worth;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.curve.CurveReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "curve",
        description = "Accuracy by the number of choices, with rules and without them.")
final class RewardCurve extends Verb {
    @Parameters(paramLabel = "PROJECT")
    private Path project = Path.of("");

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(
            names = "--again",
            description = "Measure even where the project keeps a curve that is up to date.")
    private boolean again;

    RewardCurve(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        try (ProjectServices open = shell.workbench().open(project)) {
            CurveReport report =
                    open.curves()
                            .kept()
                            .filter(kept -> !again && !kept.stale() && kept.seed() == seed)
                            .orElseGet(() -> shell.follow(open.curves().measure(seed)));
            return Answer.of(json(report), lines(report));
        }
    }

    private static ObjectNode json(CurveReport report) {
        Curve curve = report.curve();
        ObjectNode json =
                Json.object()
                        .put("comparisons", report.judged())
                        .put("comparisons_used", report.used())
                        .put("judgements", curve.judgements())
                        .put("prompts", curve.groups())
                        .put("draws", curve.draws())
                        .put("rules_explained", report.rules().explained())
                        .put("rules_written", report.rules().written())
                        .put("rules_left_out", report.rules().suggested());
        ArrayNode points = json.putArray("points");
        for (CurvePoint point : curve.points()) {
            ObjectNode row = points.addObject().put("comparisons", point.comparisons());
            estimate(row, "choices_only", point.choices());
            estimate(row, "choices_and_rules", point.withRules());
            estimate(row, "difference", point.difference());
            row.put("effect", wire(point.effect()));
            Json.number(row, "rules", point.rules());
            Json.number(row, "rule_labels", point.labels());
            worth(row, point.worth());
        }
        estimate(json, "majority", curve.majority());
        Curve.Verdict verdict = curve.verdict();
        json.putObject("verdict")
                .put("effect", wire(verdict.effect()))
                .put("from", verdict.from())
                .put("before", wire(verdict.before()));
        worth(json, curve.worth());
        ArrayNode words = json.putArray("words");
        report.words().forEach(words::add);
        return json.put("measured", report.measured().toString()).put("seconds", report.seconds());
    }

    /// `without` and its ends are null where all comparisons without rules do not reach as
    /// much.
    private static void worth(ObjectNode json, Worth worth) {
        ObjectNode inner = json.putObject("worth").put("with", worth.with());
        Json.number(inner, "without", worth.without());
        Json.number(inner, "low", worth.low());
        Json.number(inner, "high", worth.high());
    }

    private static void estimate(ObjectNode json, String name, Estimate of) {
        Json.estimate(
                json,
                name,
                new dev.whetstone.services.reward.Estimate(of.value(), of.low(), of.high()));
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> lines(CurveReport report) {
        Curve curve = report.curve();
        Table table =
                new Table("choices", "alone", "95 %", "with rules", "95 %", "difference", "95 %");
        for (CurvePoint point : curve.points()) {
            table.row(
                    String.valueOf(point.comparisons()),
                    Table.percent(point.choices().value()),
                    range(point.choices()),
                    Table.percent(point.withRules().value()),
                    range(point.withRules()),
                    Table.percent(point.difference().value()),
                    range(point.difference()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(
                "majority vote of the rules: "
                        + Table.percent(curve.majority().value())
                        + " ("
                        + range(curve.majority())
                        + ")");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d judgements on %d prompts, held out in %d draws; %.0f s",
                        curve.judgements(),
                        curve.groups(),
                        curve.draws(),
                        report.seconds()));
        lines.addAll(report.words());
        return lines;
    }

    private static String range(Estimate of) {
        return Table.percent(of.low()) + " to " + Table.percent(of.high());
    }
}
