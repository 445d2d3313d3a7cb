package dev.whetstone.cli.engine;

import dev.whetstone.cli.shell.Group;
import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `engine`.
public final class EngineVerbs {
    private EngineVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new EngineGroup())
                        .addSubcommand(new EngineList(shell))
                        .addSubcommand(new EngineImport(shell))
                        .addSubcommand(new EngineProbe(shell))
                        .addSubcommand(new EngineEnable(shell))
                        .addSubcommand(new EngineDisable(shell))
                        .addSubcommand(new EngineRemove(shell)));
    }

    @Command(
            name = "engine",
            description = "Choose the libtorch that computes, e.g. one for a GPU.")
    static final class EngineGroup extends Group {}
}
