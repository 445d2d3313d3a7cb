package dev.whetstone.cli.model;

import dev.whetstone.cli.shell.Group;
import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `generate` and `model`.
public final class ModelVerbs {
    private ModelVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(new GenerateVerb(shell));
        root.addSubcommand(
                new CommandLine(new ModelGroup())
                        .addSubcommand(new ModelInspect(shell))
                        .addSubcommand(new ModelVerify(shell))
                        .addSubcommand(new ModelMerge(shell))
                        .addSubcommand(new ModelGguf(shell))
                        .addSubcommand(new ModelScore(shell))
                        .addSubcommand(new ModelLogProbs(shell))
                        .addSubcommand(new ModelTrainReward(shell))
                        .addSubcommand(new ModelTrainStarter(shell)));
    }

    @Command(name = "model", description = "Look into, check, merge and train policies.")
    static final class ModelGroup extends Group {}
}
