package dev.whetstone.services.reward;

/// A share with its 95 % interval; NaN where it was not measured.
public record Estimate(double value, double low, double high) {
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);
}
