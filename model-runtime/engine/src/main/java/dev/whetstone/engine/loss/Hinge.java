package dev.whetstone.engine.loss;

/// SLiC's hinge (Zhao and others 2023): max(0, 1 - b m).
public record Hinge(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double rest = 1 - beta * pair.margin();
        return Slopes.ofMargin(Math.max(0, rest), rest > 0 ? -beta : 0);
    }
}
