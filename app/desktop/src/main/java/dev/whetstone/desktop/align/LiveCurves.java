package dev.whetstone.desktop.align;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossStart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Training metrics by name, one value a step, in the order in which they came.
public final class LiveCurves {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private double lastStep = Double.NaN;
    private OptionalDouble lossStart = OptionalDouble.empty();

    /// Starts anew with recorded rows.
    void reset(List<Map<String, Double>> rows) {
        values.clear();
        lastStep = Double.NaN;
        rows.forEach(this::add);
    }

    /// Says which loss the values are of.
    void measure(LossSettings loss) {
        lossStart = LossStart.of(loss);
    }

    /// The loss before the first step, where it does not depend on the texts.
    public OptionalDouble lossStart() {
        return lossStart;
    }

    /// Adds one step's figures; the same step twice counts once.
    ///
    /// @return whether it was new
    boolean add(Map<String, Double> figures) {
        double step = figures.getOrDefault("step", Double.NaN);
        if (!figures.containsKey("loss") || step == lastStep) {
            return false;
        }
        if (step < lastStep) {
            values.clear();
        }
        lastStep = step;
        figures.forEach(
                (name, value) -> values.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        return true;
    }

    /// All values of a metric; empty when it was never told.
    public double[] of(String metric) {
        return values.getOrDefault(metric, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    public int steps() {
        return values.getOrDefault("loss", List.of()).size();
    }
}
