package dev.whetstone.cli.reward;

import dev.whetstone.cli.shell.Group;
import dev.whetstone.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `reward`.
public final class RewardVerbs {
    private RewardVerbs() {}

    public static void addTo(CommandLine root, Shell shell) {
        root.addSubcommand(
                new CommandLine(new RewardGroup())
                        .addSubcommand(new RewardTrain(shell))
                        .addSubcommand(new RewardEvaluate(shell))
                        .addSubcommand(new RewardCurve(shell))
                        .addSubcommand(new RewardScore(shell))
                        .addSubcommand(new RewardRank(shell))
                        .addSubcommand(new RewardBestOf(shell)));
    }

    @Command(name = "reward", description = "Train, measure and use the reward model.")
    static final class RewardGroup extends Group {}
}
