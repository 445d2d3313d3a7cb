package dev.whetstone.engine.loss;

/// TRL's `apo_zero_unpaired`: [Kto] whose drift is taken for 0.
public record ApoZeroUnpaired(Kto rows) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        return rows.of(
                Ratios.of(
                        pair.chosen(),
                        pair.rejected(),
                        pair.chosenTokens(),
                        pair.rejectedTokens()));
    }
}
