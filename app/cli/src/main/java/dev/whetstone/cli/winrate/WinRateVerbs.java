package dev.whetstone.cli.winrate;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `winrate`.
public final class WinRateVerbs {
    private WinRateVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new CommandLine(new WinRateVerb(shell)));
    }
}
