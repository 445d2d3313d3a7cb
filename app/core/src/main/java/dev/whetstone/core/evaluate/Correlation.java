package dev.whetstone.core.evaluate;

/// Correlations, e.g. of a reward with the response's length. NaN when a side does not vary.
public final class Correlation {
    private Correlation() {}

    /// Pearson's r.
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values beside " + y.length);
        }
        double mx = mean(x);
        double my = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    /// Spearman's rho: Pearson's r of the ranks, ties sharing their mean rank.
    public static double spearman(double[] x, double[] y) {
        return pearson(Ranks.average(x), Ranks.average(y));
    }

    /// Kendall's tau-b, O(n²).
    public static double kendallTauB(double[] x, double[] y) {
        double concordant = 0;
        double untiedX = 0;
        double untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double dx = Math.signum(x[i] - x[j]);
                double dy = Math.signum(y[i] - y[j]);
                concordant += dx * dy;
                untiedX += dx * dx;
                untiedY += dy * dy;
            }
        }
        return concordant / Math.sqrt(untiedX * untiedY);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }
}
