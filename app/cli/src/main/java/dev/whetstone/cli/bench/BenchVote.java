package dev.whetstone.cli.bench;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.bench.VoteBench;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "vote",
        description = "Pairs a second of rules, reading the texts included (cold) and not (warm).")
final class BenchVote extends BenchVerb {
    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "May be given more than once.")
    private List<Path> pairs = List.of();

    @Option(names = "--rules", required = true, paramLabel = "FILE")
    private Path rules = Path.of("");

    @Option(
            names = "--edited",
            paramLabel = "FILE",
            description = "Rules to vote again as edits of those of --rules.")
    private List<Path> edited = List.of();

    @Option(
            names = "--count",
            defaultValue = "0",
            description = "Repeat the pairs, each copy altered, until there are so many.")
    private int count;

    @Option(names = "--repeat", defaultValue = "3", description = "Default 3.")
    private int repeat;

    @Option(
            names = "--warmup",
            defaultValue = "10",
            description = "Runs that do not count, while the code is compiled. Default 10.")
    private int warmUp;

    @Option(names = "--threads", defaultValue = "1", description = "Default 1.")
    private int threads;

    BenchVote(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return measure(
                "vote",
                progress ->
                        new VoteBench(count, threads, warmUp, repeat)
                                .run(pairs, rules, edited, progress));
    }
}
