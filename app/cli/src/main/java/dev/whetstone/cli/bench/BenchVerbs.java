package dev.whetstone.cli.bench;

import dev.whetstone.cli.shell.Group;
import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `bench`.
public final class BenchVerbs {
    private BenchVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        CommandLine group = new CommandLine(new BenchGroup());
        for (RuntimeBench.Kind kind : RuntimeBench.Kind.values()) {
            group.addSubcommand(kind.verbName(), RuntimeBench.command(kind, shell));
        }
        root.addSubcommand(
                group.addSubcommand(new BenchVote(shell))
                        .addSubcommand(new BenchLabel(shell))
                        .addSubcommand(new BenchEncode(shell))
                        .addSubcommand(new BenchStore(shell))
                        .addSubcommand(new BenchStart(shell)));
    }

    @Command(name = "bench", description = "Measure speed and memory on this machine.")
    static final class BenchGroup extends Group {}
}
