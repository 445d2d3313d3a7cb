package dev.whetstone.cli.align;

import dev.whetstone.cli.shell.Group;
import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `align`.
public final class AlignVerbs {
    private AlignVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new AlignGroup())
                        .addSubcommand(new AlignRunVerb(shell))
                        .addSubcommand(new AlignResume(shell))
                        .addSubcommand(new AlignStatus(shell))
                        .addSubcommand(new AlignRollback(shell)));
    }

    @Command(name = "align", description = "Run the loop, look at it, and go back.")
    static final class AlignGroup extends Group {}
}
