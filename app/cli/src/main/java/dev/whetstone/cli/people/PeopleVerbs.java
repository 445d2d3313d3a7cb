package dev.whetstone.cli.people;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `agreement`.
public final class PeopleVerbs {
    private PeopleVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new CommandLine(new AgreementVerb(shell)));
    }
}
