package dev.whetstone.engine.align;

import java.util.List;

/// In which order pairs are learnt from, as [EpochOrder] says.
record PairOrder(List<TokenPair> pairs, int perStep, int epochs, long seed) {
    int stepsPerEpoch() {
        return order().stepsPerEpoch();
    }

    long totalSteps() {
        return order().totalSteps();
    }

    /// @param step from 0
    List<TokenPair> step(long step) {
        return order().step(step);
    }

    private EpochOrder<TokenPair> order() {
        return new EpochOrder<>(pairs, perStep, epochs, seed);
    }
}
