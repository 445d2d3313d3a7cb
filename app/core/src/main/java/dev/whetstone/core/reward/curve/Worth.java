package dev.whetstone.core.reward.curve;

/// How many comparisons without rules do as well as some with them.
///
/// @param with comparisons judged and explained
/// @param without comparisons judged alone that reach the same accuracy, interpolated on the
///     log of their number; infinite where all there are do not reach it; never below the
///     fewest measured
/// @param low lower end of its 95 % bootstrap interval
/// @param high upper end; infinite where it lies beyond what there is
public record Worth(int with, double without, double low, double high) {
    /// Comparisons without rules for one with them.
    public double each() {
        return without / with;
    }

    public boolean reached() {
        return Double.isFinite(without);
    }
}
