package dev.whetstone.cli.bench;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.bench.StartBench;
import dev.whetstone.services.place.Installation;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Seconds from the start of the process to the desktop's first frame.")
final class BenchStart extends BenchVerb {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "Opened by the desktop.")
    private List<Path> project = List.of();

    @Option(names = "--repeats", defaultValue = "5", description = "Default 5.")
    private int repeats;

    @Option(names = "--warmup", defaultValue = "1", description = "Default 1.")
    private int warmUp;

    BenchStart(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return measure(
                "start",
                progress ->
                        new StartBench(Installation.current(), warmUp, repeats)
                                .run(project, progress));
    }
}
