package dev.whetstone.cli.data;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `import`, `export`, `judge`.
public final class DataVerbs {
    private DataVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new ImportVerb(shell));
        root.addSubcommand(new ExportVerb(shell));
        root.addSubcommand(new JudgeVerb(shell));
    }
}
