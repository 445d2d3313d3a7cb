package dev.whetstone.cli.detectors;

import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine.Parameters;

/// A verb on one detector.
abstract class NamedDetectorVerb extends DetectorVerb {
    @Parameters(index = "1", paramLabel = "NAME", description = "With or without the #.")
    private String name = "";

    NamedDetectorVerb(Shell shell) {
        super(shell);
    }

    /// As it was typed.
    final String name() {
        return name;
    }
}
