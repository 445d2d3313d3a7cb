package dev.whetstone.cli.explain;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `explain`.
public final class ExplainVerbs {
    private ExplainVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new ExplainVerb(shell));
    }
}
