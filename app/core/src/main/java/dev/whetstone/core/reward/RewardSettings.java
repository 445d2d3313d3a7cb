package dev.whetstone.core.reward;

import java.util.Arrays;

/// How a reward model is trained.
///
/// @param heads bootstrap heads that measure the uncertainty, 2 or more
/// @param ridges strengths to choose from, strongest first
/// @param innerFolds folds (of whole groups) in which strengths and temperature are chosen
public record RewardSettings(int heads, double[] ridges, int innerFolds, long seed) {
    public static final RewardSettings DEFAULT =
            new RewardSettings(6, new double[] {150, 50, 15, 5}, 4, 1);

    public RewardSettings {
        ridges = ridges.clone();
        if (heads < 2 || innerFolds < 2 || Arrays.stream(ridges).anyMatch(r -> !(r > 0))) {
            throw new IllegalArgumentException("reward settings out of range");
        }
    }
}
