package dev.whetstone.engine.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// In which order examples are learnt from: shuffled anew each epoch, from the seed and the epoch
/// alone, so that a resumed run sees the order of an uninterrupted one.
record EpochOrder<T>(List<T> all, int perStep, int epochs, long seed) {
    int stepsPerEpoch() {
        return (all.size() + perStep - 1) / perStep;
    }

    long totalSteps() {
        return (long) stepsPerEpoch() * epochs;
    }

    /// @param step from 0
    List<T> step(long step) {
        long epoch = step / stepsPerEpoch();
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed * 1_000_003 + epoch));
        int from = (int) (step % stepsPerEpoch()) * perStep;
        return shuffled.subList(from, Math.min(shuffled.size(), from + perStep));
    }
}
