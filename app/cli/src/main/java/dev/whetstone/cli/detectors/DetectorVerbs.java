package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;

/// `detectors`.
public final class DetectorVerbs {
    private DetectorVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new DetectorsGroup())
                        .addSubcommand(new DetectorsList(shell))
                        .addSubcommand(new DetectorsShow(shell))
                        .addSubcommand(new DetectorsAdd(shell))
                        .addSubcommand(new DetectorsMark(shell))
                        .addSubcommand(new DetectorsSample(shell))
                        .addSubcommand(new DetectorsTrain(shell))
                        .addSubcommand(new DetectorsTest(shell))
                        .addSubcommand(new DetectorsRun(shell))
                        .addSubcommand(new DetectorsRead(shell))
                        .addSubcommand(new DetectorsFound(shell))
                        .addSubcommand(new DetectorsRename(shell))
                        .addSubcommand(new DetectorsRemove(shell))
                        .addSubcommand(new DetectorsRestore(shell))
                        .addSubcommand(new DetectorsExport(shell))
                        .addSubcommand(new DetectorsImport(shell)));
    }
}
