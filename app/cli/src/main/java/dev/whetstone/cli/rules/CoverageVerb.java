package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Totals;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.reward.Estimate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "coverage", description = "The LF summary with Snorkel's columns.")
final class CoverageVerb extends ProjectVerb {
    CoverageVerb(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        CoverageReport report = open.coverage().report();
        Totals totals = report.totals();
        ObjectNode json =
                Json.object()
                        .put("pairs", totals.pairs())
                        .put("judged", totals.choices())
                        .put("coverage", totals.covered())
                        .put("overlaps", totals.overlap())
                        .put("conflicts", totals.conflict());
        Json.estimate(
                json,
                "label_accuracy",
                new Estimate(totals.accuracy(), totals.low(), totals.high()));
        Json.number(json, "majority_accuracy", totals.majority());
        ArrayNode rules = json.putArray("rules");
        report.rules().forEach(row -> rules.add(FiguresJson.of(row)));
        List<String> lines = new ArrayList<>(FiguresJson.table(report.rules()));
        lines.add("");
        lines.add(
                Table.percent(totals.covered())
                        + " of "
                        + totals.pairs()
                        + " pairs covered, "
                        + Table.percent(totals.overlap())
                        + " by two or more, "
                        + Table.percent(totals.conflict())
                        + " in conflict");
        lines.add(
                "Labels agree with "
                        + Table.percent(totals.accuracy())
                        + " of "
                        + totals.choices()
                        + " judged pairs held out; majority vote with "
                        + Table.percent(totals.majority()));
        List<Waiting> waiting = open.detectors().waiting();
        WaitingLines.put(json, waiting);
        lines.addAll(WaitingLines.of(waiting));
        return Answer.of(json, lines);
    }
}
