package dev.whetstone.core.label;

/// The Mallows distribution over rankings of d items, P(r) ∝ e^(-θ · Kendall distance to a centre).
public final class Mallows {
    private final int items;
    private final double theta;

    /// @param items 2 or more
    /// @param theta concentration, above 0
    public Mallows(int items, double theta) {
        if (items < 2 || !(theta > 0)) {
            throw new IllegalArgumentException(items + " items at concentration " + theta);
        }
        this.items = items;
        this.theta = theta;
    }

    /// Σ_{k=1}^{d-1} [1 / (e^θ - 1) - (k+1) / (e^((k+1)θ) - 1)].
    public double expectedDistance() {
        double sum = 0;
        for (int k = 1; k < items; k++) {
            sum += 1 / Math.expm1(theta) - (k + 1) / Math.expm1((k + 1) * theta);
        }
        return sum;
    }

    /// Σ_{k=1}^{d-1} ln((1 - e^(-(k+1)θ)) / (1 - e^-θ)).
    public double logNormaliser() {
        double sum = 0;
        for (int k = 1; k < items; k++) {
            sum += Math.log(-Math.expm1(-(k + 1) * theta)) - Math.log(-Math.expm1(-theta));
        }
        return sum;
    }
}
