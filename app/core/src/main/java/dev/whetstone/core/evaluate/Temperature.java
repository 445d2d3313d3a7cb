package dev.whetstone.core.evaluate;

/// Temperature scaling (Guo et al. 2017): the T for which σ(z / T) has the least log loss.
public final class Temperature {
    private static final double LOG_LIMIT = 4;

    private Temperature() {}

    /// Golden-section search for ln T in [-4, 4]; the loss is convex in 1/T and so has one minimum.
    ///
    /// @param z log-odds
    /// @param y outcomes in [0, 1]
    /// @param weights of the items, 0 or more
    public static double fit(double[] z, double[] y, double[] weights) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = -LOG_LIMIT;
        double high = LOG_LIMIT;
        double left = high - golden * (high - low);
        double right = low + golden * (high - low);
        double atLeft = loss(z, y, weights, left);
        double atRight = loss(z, y, weights, right);
        while (high - low > 1e-8) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - golden * (high - low);
                atLeft = loss(z, y, weights, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + golden * (high - low);
                atRight = loss(z, y, weights, right);
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(double[] z, double[] y, double[] weights, double logTemperature) {
        double scale = Math.exp(-logTemperature);
        return Scores.weightedMean(weights, i -> Logistic.loss(z[i] * scale, y[i]));
    }
}
