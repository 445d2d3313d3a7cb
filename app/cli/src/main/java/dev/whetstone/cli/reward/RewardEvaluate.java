package dev.whetstone.cli.reward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.accuracy.AccuracyReport;
import dev.whetstone.services.data.ImportReport;
import dev.whetstone.services.data.ImportRequest;
import dev.whetstone.services.data.RejectedRow;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.RewardVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures the newest model of a project, or the whole way of training on a labelled pairs file.
@Command(name = "evaluate", description = "Measure a reward model on prompts not trained on.")
final class RewardEvaluate extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "PROJECT")
    private List<Path> project = List.of();

    @Option(names = "--pairs", paramLabel = "FILE")
    private List<Path> pairs = List.of();

    @Option(names = "--map", defaultValue = "", description = "As for import.")
    private String mapping = "";

    @Option(
            names = "--by",
            paramLabel = "PARTS",
            description =
                    "Also of its parts, those first where it falls furthest short:"
                            + " ${COMPLETION-CANDIDATES}.")
    private Breakdown.@Nullable By by;

    @Option(names = "--folds", defaultValue = "5")
    private int folds;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    RewardEvaluate(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() throws IOException {
        if (project.isEmpty() == pairs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give a PROJECT or --pairs.");
        }
        if (folds < 2) {
            throw new ParameterException(spec.commandLine(), "--folds is 2 or more");
        }
        if (project.isEmpty() && by != null) {
            throw new ParameterException(spec.commandLine(), "--by needs a PROJECT.");
        }
        ObjectNode json = Json.object();
        List<String> lines = new ArrayList<>();
        if (project.isEmpty()) {
            tell(json, lines, ofFile());
        } else {
            try (ProjectServices open = shell.workbench().open(project.getFirst())) {
                tell(json, lines, ofProject(open));
                Optional.ofNullable(by).ifPresent(parts -> tell(json, lines, ofParts(open), parts));
            }
        }
        return Answer.of(json, lines);
    }

    private static void tell(ObjectNode json, List<String> lines, RewardReport report) {
        RewardReportJson.put(json, report);
        lines.addAll(RewardReportJson.lines(report));
    }

    private static void tell(
            ObjectNode json, List<String> lines, AccuracyReport report, Breakdown.By by) {
        Breakdown.put(json, report, by);
        lines.addAll(Breakdown.lines(report, by));
    }

    private static RewardReport ofProject(ProjectServices open) {
        return open.rewards()
                .newest()
                .map(RewardVersion::report)
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "reward.none",
                                        "The project has no reward model.",
                                        "Train one with: whetstone reward train PROJECT"));
    }

    /// Older versions were trained before their predictions were kept.
    private AccuracyReport ofParts(ProjectServices open) {
        return open.accuracies()
                .kept()
                .orElseGet(() -> shell.follow(open.accuracies().measure(seed)));
    }

    private void tellRejected(ImportReport report) {
        for (RejectedRow row : report.rejected()) {
            shell.err()
                    .println(
                            "left out: "
                                    + report.file()
                                    + " line "
                                    + row.line()
                                    + ": "
                                    + row.reason()
                                    + " "
                                    + row.field());
        }
    }

    /// The file goes through the same import as a user's, into a project that is thrown away. Rows
    /// that cannot be imported cannot be measured on either; they are named.
    private RewardReport ofFile() throws IOException {
        Path folder = Files.createTempDirectory("whetstone-evaluate");
        try (ProjectServices open = shell.workbench().create(folder.resolve("pairs.whetstone"))) {
            ImportRequest request =
                    new ImportRequest(pairs, "", mapping, "", "", ImportRequest.BadRows.SKIP);
            shell.follow(open.data().importFiles(request)).forEach(this::tellRejected);
            return shell.follow(open.rewards().evaluate(folds, seed));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
