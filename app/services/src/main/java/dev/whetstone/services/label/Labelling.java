package dev.whetstone.services.label;

import java.util.List;
import java.util.Map;

/// One labelling of the whole project.
///
/// @param model the model that was used after `AUTO` was resolved
/// @param weights learned weight by rule name
/// @param accuracy on choices, held out; NaN without any
/// @param derivedFrom hash of the votes and choices it was made from
public record Labelling(
        ModelChoice model,
        List<PairLabel> labels,
        Map<String, Double> weights,
        double classBalance,
        boolean converged,
        double accuracy,
        double low,
        double high,
        double seconds,
        String derivedFrom) {
    public Labelling {
        labels = List.copyOf(labels);
        weights = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(weights));
    }
}
