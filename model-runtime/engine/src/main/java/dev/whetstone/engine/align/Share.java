package dev.whetstone.engine.align;

/// A share with its 95 % interval by Wilson's formula (1927), all in [0, 1].
public record Share(double value, double low, double high) {
    private static final double Z = 1.959963984540054;

    /// @param of how many, 1 or more
    static Share of(int count, int of) {
        double p = (double) count / of;
        double square = Z * Z / of;
        double middle = (p + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt((p * (1 - p) + square / 4) / of);
        return new Share(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
