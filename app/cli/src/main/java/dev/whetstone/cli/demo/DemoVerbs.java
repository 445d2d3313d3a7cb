package dev.whetstone.cli.demo;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `demo`.
public final class DemoVerbs {
    private DemoVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new DemoVerb(shell));
    }
}
