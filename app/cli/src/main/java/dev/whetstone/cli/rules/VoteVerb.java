package dev.whetstone.cli.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Json;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.cli.shell.Verb;
import dev.whetstone.services.ProjectServices;
import dev.whetstone.services.detectors.Waiting;
import dev.whetstone.services.vote.PairFileVotes;
import dev.whetstone.services.vote.SparkSubmit;
import dev.whetstone.services.vote.VoteTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes every rule's vote on every pair.
@Command(name = "vote", description = "Let rules vote on pairs; write a votes file.")
final class VoteVerb extends Verb {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "PROJECT")
    private List<Path> project = List.of();

    @Option(names = "--pairs", paramLabel = "FILE.jsonl")
    private List<Path> pairs = List.of();

    @Option(names = "--rules", paramLabel = "FILE")
    private List<Path> rules = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv",
            description = "With --engine spark a folder of Parquet files.")
    private Path out = Path.of("");

    @Option(
            names = "--engine",
            defaultValue = "local",
            description = "Where rules run: ${COMPLETION-CANDIDATES}. Default local.")
    private Engine engine = Engine.local;

    @Option(
            names = "--spark-home",
            paramLabel = "DIR",
            description = "A Spark installation. Default: the variable SPARK_HOME.")
    private List<Path> sparkHome = List.of();

    @Option(
            names = "--master",
            defaultValue = "local[*]",
            description = "Spark's master. Default local[*].")
    private String master = "local[*]";

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    /// As people write them.
    private enum Engine {
        local,
        spark
    }

    VoteVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        boolean files = !pairs.isEmpty() && !rules.isEmpty();
        if (project.isEmpty() && !files || pairs.isEmpty() != rules.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give a PROJECT, or both --pairs and --rules, or all three when these rules ask"
                            + " the project's detectors.");
        }
        if (engine == Engine.spark) {
            return inSpark(files);
        }
        Shell.mayWrite(out, force ? Shell.Force.YES : Shell.Force.NO);
        VoteTable table;
        List<Waiting> waiting = List.of();
        if (files && !project.isEmpty()) {
            try (ProjectServices open = shell.workbench().open(project.getFirst())) {
                table = shell.follow(open.detectors().vote(pairs.getFirst(), rules.getFirst()));
            }
        } else if (files) {
            table = PairFileVotes.count(pairs.getFirst(), rules.getFirst());
        } else {
            try (ProjectServices open = shell.workbench().open(project.getFirst())) {
                table = open.rules().votes();
                waiting = open.detectors().waiting();
            }
        }
        table.write(out);
        ObjectNode json =
                Json.object()
                        .put("pairs", table.ids().size())
                        .put("rules", table.rules().size())
                        .put("seconds", table.seconds())
                        .put("pairs_per_second", table.ids().size() / table.seconds())
                        .put("errors", table.errors())
                        .put("out", out.toString());
        WaitingLines.put(json, waiting);
        List<String> lines = new ArrayList<>();
        lines.add(
                table.rules().size()
                        + " rules voted on "
                        + table.ids().size()
                        + " pairs, written to "
                        + out);
        lines.addAll(WaitingLines.of(waiting));
        return Answer.of(json, lines);
    }

    private Answer inSpark(boolean files) {
        if (!project.isEmpty() || force) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--engine spark votes on --pairs with --rules into a new folder; a PROJECT and"
                            + " --force do not go with it.");
        }
        Shell.mayWrite(out, Shell.Force.NO);
        SparkSubmit.find(sparkHome()).vote(master, pairs.getFirst(), rules.getFirst(), out);
        return Answer.of(
                Json.object().put("engine", "spark").put("out", out.toString()),
                "the rules' votes are in " + out);
    }

    private List<Path> sparkHome() {
        String named = System.getenv().getOrDefault("SPARK_HOME", "");
        return sparkHome.isEmpty() && !named.isBlank() ? List.of(Path.of(named)) : sparkHome;
    }
}
