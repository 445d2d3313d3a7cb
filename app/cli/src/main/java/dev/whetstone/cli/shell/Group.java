package dev.whetstone.cli.shell;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A verb that only holds others, e.g. `reward`; called alone it is used wrongly.
public abstract class Group implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(), "Say which: " + String.join(", ", spec.subcommands().keySet()));
    }
}
