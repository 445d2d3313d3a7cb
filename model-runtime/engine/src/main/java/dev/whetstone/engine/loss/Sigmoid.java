package dev.whetstone.engine.loss;

/// -log s(b m - g): DPO (Rafailov and others 2023); with smoothing cDPO (Mitchell 2023); over means
/// of tokens and with a margin g SimPO (Meng and others 2024).
///
/// @param smoothing probability that a label is wrong
public record Sigmoid(double beta, double smoothing, double margin) implements PairwiseLoss {
    public Sigmoid(double beta) {
        this(beta, 0, 0);
    }

    @Override
    public Slopes of(Ratios pair) {
        Slopes slopes = Logistic.smoothed(beta * pair.margin() - margin, smoothing);
        return Slopes.ofMargin(slopes.loss(), beta * slopes.chosen());
    }
}
