package dev.whetstone.core.label.compare;

import java.util.List;

/// A figure over several draws.
///
/// @param mean over the draws; NaN without any
/// @param deviation standard deviation of one draw (n - 1); 0 for a single one
public record Spread(double mean, double deviation) {
    static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }
}
