package dev.whetstone.core.evaluate;

/// Logistic regression on one feature: the (slope, constant) for which σ(slope·x + constant)
/// has the least log loss (Platt 1999, without his smoothing of the targets).
public final class PlattScaling {
    private PlattScaling() {}

    /// Newton's method with step halving.
    ///
    /// @param y soft outcomes in [0, 1]
    /// @param ridge penalty ridge/2 · (slope² + constant²) on the summed loss, 0 or more
    public static double[] fit(double[] x, double[] y, double ridge) {
        double[] w = {0, 0};
        double loss = loss(x, y, ridge, w[0], w[1]);
        for (int round = 0; round < 100; round++) {
            double g0 = ridge * w[0];
            double g1 = ridge * w[1];
            double h00 = ridge + 1e-12;
            double h01 = 0;
            double h11 = ridge + 1e-12;
            for (int i = 0; i < x.length; i++) {
                double p = Logistic.sigmoid(w[0] * x[i] + w[1]);
                double c = p * (1 - p);
                g0 += (p - y[i]) * x[i];
                g1 += p - y[i];
                h00 += c * x[i] * x[i];
                h01 += c * x[i];
                h11 += c;
            }
            double determinant = h00 * h11 - h01 * h01;
            double d0 = (h11 * g0 - h01 * g1) / determinant;
            double d1 = (h00 * g1 - h01 * g0) / determinant;
            double step = 1;
            double next = loss(x, y, ridge, w[0] - d0, w[1] - d1);
            while (next > loss && step > 1e-6) {
                step /= 2;
                next = loss(x, y, ridge, w[0] - step * d0, w[1] - step * d1);
            }
            w[0] -= step * d0;
            w[1] -= step * d1;
            loss = next;
            if (Math.abs(step * d0) + Math.abs(step * d1) < 1e-10) {
                break;
            }
        }
        return w;
    }

    private static double loss(
            double[] x, double[] y, double ridge, double slope, double constant) {
        double sum = ridge / 2 * (slope * slope + constant * constant);
        for (int i = 0; i < x.length; i++) {
            sum += Logistic.loss(slope * x[i] + constant, y[i]);
        }
        return sum;
    }
}
