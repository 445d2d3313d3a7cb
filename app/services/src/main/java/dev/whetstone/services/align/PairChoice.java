package dev.whetstone.services.align;

import java.util.Locale;

/// Which two of a prompt's samples become a pair.
public enum PairChoice {
    /// The highest score against the lowest, among replies of like length.
    BEST_WORST,
    /// The highest against any other, drawn.
    BEST_RANDOM,
    /// Two drawn at random, the drawn order being the preference: the control that shows what DPO
    /// does without a reward model.
    RANDOM;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
