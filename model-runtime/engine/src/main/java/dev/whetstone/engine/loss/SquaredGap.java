package dev.whetstone.engine.loss;

/// IPO (Azar and others 2023): (m - 1/(2b))^2, a finite margin to reach. TRL takes it over means of
/// tokens.
public record SquaredGap(double beta) implements PairwiseLoss {
    @Override
    public Slopes of(Ratios pair) {
        double gap = pair.margin() - 1 / (2 * beta);
        return Slopes.ofMargin(gap * gap, 2 * gap);
    }
}
