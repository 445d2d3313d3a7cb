package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Table;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Depth;
import dev.whetstone.services.coverage.Slice;
import dev.whetstone.services.coverage.SummaryFile;
import dev.whetstone.services.coverage.Totals;
import dev.whetstone.services.coverage.Uncovered;
import dev.whetstone.services.coverage.View;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.label.ModelChoice;
import dev.whetstone.services.reward.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "coverage", description = "The LF summary with Snorkel's columns.")
final class CoverageVerb extends ProjectVerb {
    /// What says which prompts are alike.
    enum Alike {
        WORDS,
        MEANING
    }

    @Option(
            names = "--slice",
            paramLabel = "SLICE",
            defaultValue = Slice.ALL,
            description = "Count these pairs only; --slices lists what there is.")
    private String slice = Slice.ALL;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "AUTO",
            description = "Label model: ${COMPLETION-CANDIDATES}.")
    private ModelChoice model = ModelChoice.AUTO;

    @Option(names = "--slices", description = "Coverage of every slice.")
    private boolean slices;

    @Option(names = "--models", description = "Label models compared on choices held out.")
    private boolean models;

    @Option(names = "--people", description = "How far each two people agree.")
    private boolean people;

    @Option(
            names = "--clusters",
            arity = "0..1",
            fallbackValue = "WORDS",
            paramLabel = "BY",
            description =
                    "Group what no rule votes on: by the prompts' words, or by their meaning, for"
                            + " which the sentence encoder is started (${COMPLETION-CANDIDATES}).")
    private @Nullable Alike clusters;

    @Option(
            names = {"--csv", "--out"},
            paramLabel = "FILE",
            description = "Write the table to a file: JSON where it ends in .json, else CSV.")
    private @Nullable Path csv;

    CoverageVerb(Shell shell) {
        super(shell);
    }

    @Override
    Answer answer(ProjectServices open) {
        Optional.ofNullable(csv).ifPresent(file -> Shell.mayWrite(file, Shell.Force.NO));
        View view = new View(slice, model);
        CoverageReport report = open.coverage().report(view, Depth.HELD_OUT);
        ObjectNode json = totals(report.totals());
        ArrayNode rules = json.putArray("rules");
        report.rules().forEach(row -> rules.add(FiguresJson.of(row)));
        List<String> lines = new ArrayList<>(FiguresJson.table(report.rules()));
        lines.add("");
        lines.addAll(sentences(report.totals()));
        CoverageParts parts = new CoverageParts(json, lines);
        if (slices) {
            parts.slices(open.coverage().bySlice(model));
        }
        if (models) {
            parts.models(open.coverage().diagnose());
        }
        if (people) {
            parts.people(open.coverage().agreement(view));
        }
        Optional.ofNullable(clusters).ifPresent(by -> parts.clusters(uncovered(open, view, by)));
        Optional.ofNullable(csv)
                .ifPresent(
                        file -> {
                            SummaryFile.write(file, report);
                            json.put("file", file.toString());
                            lines.add("Written to " + file + ".");
                        });
        List<Waiting> waiting = open.detectors().waiting();
        WaitingLines.put(json, waiting);
        lines.addAll(WaitingLines.of(waiting));
        return Answer.of(json, lines);
    }

    private Uncovered uncovered(ProjectServices open, View view, Alike by) {
        return switch (by) {
            case WORDS -> open.coverage().uncovered(view);
            case MEANING -> shell.follow(open.coverage().uncoveredByMeaning(view));
        };
    }

    private static ObjectNode totals(Totals totals) {
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
        return Json.number(json, "majority_accuracy", totals.majority());
    }

    private static List<String> sentences(Totals totals) {
        return List.of(
                Table.percent(totals.covered())
                        + " of "
                        + totals.pairs()
                        + " pairs covered, "
                        + Table.percent(totals.overlap())
                        + " by two or more, "
                        + Table.percent(totals.conflict())
                        + " in conflict",
                "Labels agree with "
                        + Table.percent(totals.accuracy())
                        + " of "
                        + totals.choices()
                        + " judged pairs held out; majority vote with "
                        + Table.percent(totals.majority()));
    }
}
