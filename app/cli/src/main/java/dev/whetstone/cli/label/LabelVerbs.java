package dev.whetstone.cli.label;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `label`, `label verify` and `label compare`.
public final class LabelVerbs {
    private LabelVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new LabelVerb(shell))
                        .addSubcommand(new LabelVerify(shell))
                        .addSubcommand(new LabelCompare(shell)));
    }
}
