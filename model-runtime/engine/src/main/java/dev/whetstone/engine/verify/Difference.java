package dev.whetstone.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;

/// The largest difference of several numbers from recorded ones, relative to the recorded value
/// where that is above 1.
final class Difference {
    private double largest;

    /// Recorded values beyond numbers ("Infinity", "NaN") do not bind; one that is not there is a
    /// difference without limit.
    void add(double actual, JsonNode recorded) {
        if (recorded.isTextual()) {
            return;
        }
        add(actual, recorded.isNumber() ? recorded.asDouble() : Double.NaN);
    }

    void add(double actual, double recorded) {
        double difference = Math.abs(actual - recorded) / Math.max(1, Math.abs(recorded));
        largest = Math.max(largest, difference);
    }

    /// NaN where any value was.
    double largest() {
        return largest;
    }
}
