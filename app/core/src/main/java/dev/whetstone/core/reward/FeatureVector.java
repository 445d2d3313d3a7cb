package dev.whetstone.core.reward;

import java.util.List;

/// Named numbers that describe a response.
///
/// @param names shown to people who ask why a score is what it is
/// @param values in the same order, all finite
public record FeatureVector(List<String> names, double[] values) {
    public FeatureVector {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names of " + values.length);
        }
        for (int f = 0; f < values.length; f++) {
            if (!Double.isFinite(values[f])) {
                throw new IllegalArgumentException(names.get(f) + " is " + values[f]);
            }
        }
    }
}
