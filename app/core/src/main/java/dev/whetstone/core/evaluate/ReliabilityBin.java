package dev.whetstone.core.evaluate;

/// One bar of a reliability diagram.
///
/// @param low lower end of the bin
/// @param high upper end of the bin
/// @param items how many fell into it
/// @param predicted mean prediction in it; NaN when empty
/// @param observed mean outcome in it; NaN when empty
public record ReliabilityBin(
        double low, double high, int items, double predicted, double observed) {
    /// |observed - predicted|; 0 when empty.
    public double gap() {
        return items == 0 ? 0 : Math.abs(observed - predicted);
    }
}
