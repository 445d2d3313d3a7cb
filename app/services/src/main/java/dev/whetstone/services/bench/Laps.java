package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Seconds of repeated work.
final class Laps {
    private final List<Double> seconds = new ArrayList<>();

    void add(long nanos) {
        seconds.add(nanos / 1e9);
    }

    /// The middle one, or the mean of the two in the middle.
    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// Every lap under `name`, and the rates of the median, the slowest and the fastest.
    void report(ObjectNode into, String name, String rate, double units) {
        ArrayNode list = into.putArray(name);
        seconds.forEach(s -> list.add(Math.round(s * 1e5) / 1e5));
        into.put(rate, units / median());
        into.put(rate + "_min", units / seconds.stream().mapToDouble(s -> s).max().orElseThrow());
        into.put(rate + "_max", units / seconds.stream().mapToDouble(s -> s).min().orElseThrow());
    }

    void report(ObjectNode into, String name) {
        ArrayNode list = into.putArray(name);
        seconds.forEach(s -> list.add(Math.round(s * 1e5) / 1e5));
    }
}
