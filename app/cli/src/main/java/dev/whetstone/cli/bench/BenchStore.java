package dev.whetstone.cli.bench;

import dev.whetstone.cli.shell.Answer;
import dev.whetstone.cli.shell.Shell;
import dev.whetstone.services.bench.StoreBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "store",
        description = "Import rows, durable judgements a second, and the time to open.")
final class BenchStore extends BenchVerb {
    @Option(names = "--judgements", defaultValue = "100000", description = "Default 100000.")
    private int judgements;

    @Option(
            names = "--appends",
            defaultValue = "500",
            description = "Single judgements, each on the disk before the next. Default 500.")
    private int appends;

    @Option(names = "--seed", defaultValue = "1", description = "Default 1.")
    private long seed;

    BenchStore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer answer() {
        return measure(
                "store", progress -> new StoreBench(judgements, appends, seed).run(progress));
    }
}
