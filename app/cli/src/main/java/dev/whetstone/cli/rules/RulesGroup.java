package dev.whetstone.cli.rules;

import dev.whetstone.cli.shell.Group;
import picocli.CommandLine.Command;

@Command(
        name = "rules",
        description = "List, add, pause and print labeling functions.",
        preprocessor = ProjectFirst.class)
final class RulesGroup extends Group {}
