package dev.whetstone.core.reward.curve;

import dev.whetstone.core.reward.RewardSettings;

/// How a learning curve is measured.
///
/// @param folds into which the judged prompts are dealt; each is held out once a repeat
/// @param repeats times the prompts are dealt anew
/// @param seed of the dealing, of the order in which comparisons come, and of the bootstrap
/// @param training of every model
public record CurveSettings(int folds, int repeats, long seed, RewardSettings training) {
    private static final int FOLDS = 5;
    private static final int REPEATS = 4;

    public CurveSettings {
        if (folds < 2 || repeats < 1) {
            throw new IllegalArgumentException("a curve needs 2 folds and 1 repeat, or more");
        }
    }

    /// Five folds, four times; models as usual, with as few heads as there may be, since only
    /// the first is asked.
    public static CurveSettings of(long seed) {
        RewardSettings usual = RewardSettings.DEFAULT;
        return new CurveSettings(
                FOLDS,
                REPEATS,
                seed,
                new RewardSettings(2, usual.ridges(), usual.innerFolds(), seed));
    }
}
