package dev.whetstone.cli.detectors;

import dev.whetstone.cli.rules.ProjectFirst;
import dev.whetstone.cli.shell.Group;
import picocli.CommandLine.Command;

@Command(
        name = "detectors",
        description = "Small classifiers that rules ask: make, teach and run them.",
        preprocessor = ProjectFirst.class)
final class DetectorsGroup extends Group {}
