package dev.whetstone.services.align;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The metrics that a training wrote, one row a step.
final class TrainingMetrics {
    private TrainingMetrics() {}

    static List<Map<String, Double>> rows(List<JsonNode> lines) {
        return lines.stream().map(TrainingMetrics::row).toList();
    }

    private static Map<String, Double> row(JsonNode line) {
        Map<String, Double> row = new LinkedHashMap<>();
        line.properties()
                .forEach(
                        field -> {
                            if (field.getValue().isNumber()) {
                                row.put(field.getKey(), field.getValue().asDouble());
                            }
                        });
        return row;
    }

    /// Means over the last quarter of the steps, at least one.
    static Map<String, Double> ending(List<JsonNode> lines) {
        List<Map<String, Double>> rows = rows(lines);
        List<Map<String, Double>> last =
                rows.subList(rows.size() - (rows.size() + 3) / 4, rows.size());
        Map<String, Double> sums = new LinkedHashMap<>();
        last.forEach(row -> row.forEach((name, value) -> sums.merge(name, value, Double::sum)));
        sums.replaceAll((name, sum) -> sum / last.size());
        return sums;
    }
}
