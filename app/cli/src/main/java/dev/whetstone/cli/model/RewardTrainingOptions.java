package dev.whetstone.cli.model;

import dev.whetstone.runtime.model.LoraSettings;
import dev.whetstone.runtime.model.RewardSettings;
import dev.whetstone.runtime.model.RewardSettings.Learned;
import java.util.List;
import picocli.CommandLine.Option;

/// How a reward model is trained; TRL's names and defaults where it has them.
final class RewardTrainingOptions {
    @Option(
            names = "--train",
            defaultValue = "lora",
            description = "What learns besides the head: ${COMPLETION-CANDIDATES}.")
    private Learned learned = Learned.LORA;

    @Option(names = "--lora-r", defaultValue = "16", paramLabel = "N")
    private int rank;

    @Option(
            names = "--lora-alpha",
            defaultValue = "0",
            paramLabel = "X",
            description = "Default: twice the rank.")
    private double alpha;

    @Option(
            names = "--lora-targets",
            split = ",",
            paramLabel = "NAME",
            description = "Layers, e.g. q_proj,v_proj. Default: all linear ones.")
    private List<String> targets = List.of();

    @Option(
            names = "--centre",
            defaultValue = "0",
            paramLabel = "C",
            description = "Adds C (chosen + rejected)^2, which draws scores to 0; .01 is usual.")
    private double centre;

    @Option(
            names = "--learning-rate",
            defaultValue = "0",
            paramLabel = "X",
            description = "Default: 1e-4 for lora, 1e-3 for head, 1e-5 for full.")
    private double learningRate;

    @Option(
            names = "--schedule",
            defaultValue = "linear",
            description = "linear, cosine, constant.")
    private String schedule = "";

    @Option(names = "--warmup-steps", defaultValue = "0", paramLabel = "N")
    private int warmupSteps;

    @Option(names = "--epochs", defaultValue = "1", paramLabel = "N")
    private int epochs;

    @Option(names = "--pairs-per-step", defaultValue = "8", paramLabel = "N")
    private int pairsPerStep;

    @Option(
            names = "--max-tokens",
            defaultValue = "1024",
            paramLabel = "N",
            description = "Pairs with a longer text are left out and counted.")
    private int maxTokens;

    @Option(names = "--grad-clip", defaultValue = "1", paramLabel = "X")
    private double gradClip;

    @Option(names = "--weight-decay", defaultValue = "0", paramLabel = "X")
    private double weightDecay;

    @Option(
            names = "--held-out",
            defaultValue = ".1",
            paramLabel = "SHARE",
            description = "Prompts that are measured and not trained on.")
    private double heldOut;

    @Option(names = "--checkpoint-every", defaultValue = "50", paramLabel = "STEPS")
    private int checkpointEvery;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    /// @throws IllegalArgumentException saying what is out of range
    RewardSettings settings() {
        return new RewardSettings(
                learned,
                new LoraSettings(rank, alpha == 0 ? 2.0 * rank : alpha, targets),
                centre,
                learningRate == 0 ? usualRate() : learningRate,
                schedule,
                warmupSteps,
                epochs,
                pairsPerStep,
                maxTokens,
                gradClip,
                weightDecay,
                heldOut,
                checkpointEvery,
                seed);
    }

    private double usualRate() {
        return switch (learned) {
            case LORA -> 1e-4;
            case HEAD -> 1e-3;
            case FULL -> 1e-5;
        };
    }
}
