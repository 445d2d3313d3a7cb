package dev.whetstone.core.evaluate;

/// A figure with its interval.
///
/// @param value the estimate; NaN when there was nothing to estimate it from (show a dash)
/// @param low lower end of the 95 % interval
/// @param high upper end of the 95 % interval
public record Estimate(double value, double low, double high) {
    public static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /// The normal quantile of a two-sided 95 % interval.
    public static final double Z95 = 1.959963984540054;

    public boolean defined() {
        return !Double.isNaN(value);
    }

    /// A share with Wilson's 95 % score interval; undefined when `n` is 0.
    ///
    /// @param successes 0 to n; a tie counts a half
    public static Estimate ofProportion(double successes, double n) {
        return wilson(successes, n, Z95);
    }

    /// Wilson's score interval (1927): centre (p + z²/2n) / (1 + z²/n), half-width z
    /// √(p(1-p)/n + z²/4n²) / (1 + z²/n).
    ///
    /// @param z normal quantile of the wanted two-sided confidence, above 0
    public static Estimate wilson(double successes, double n, double z) {
        if (n < 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n + " is no proportion");
        }
        if (n == 0) {
            return UNDEFINED;
        }
        double p = successes / n;
        double shrink = 1 + z * z / n;
        double centre = (p + z * z / (2 * n)) / shrink;
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
        return new Estimate(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
