package dev.whetstone.engine.bench;

import dev.whetstone.engine.memory.MemoryTerm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Factors of at least 0 with the least squared relative error, one coordinate after the other.
final class FactorFit {
    private static final int ROUNDS = 20_000;

    private record Row(Map<MemoryTerm, Double> quantities, double measured) {}

    private final List<Row> rows = new ArrayList<>();

    void add(Map<MemoryTerm, Double> quantities, double measured) {
        rows.add(new Row(quantities, measured));
    }

    Map<MemoryTerm, Double> best() {
        Map<MemoryTerm, Double> factors = new EnumMap<>(MemoryTerm.class);
        for (Row row : rows) {
            row.quantities().keySet().forEach(term -> factors.put(term, 0.0));
        }
        for (int round = 0; round < ROUNDS; round++) {
            factors.replaceAll((term, factor) -> Math.max(0, factor + step(term, factors)));
        }
        return factors;
    }

    private double step(MemoryTerm term, Map<MemoryTerm, Double> factors) {
        double along = 0;
        double square = 0;
        for (Row row : rows) {
            double x = row.quantities().getOrDefault(term, 0.0) / row.measured();
            double sum = 0;
            for (Map.Entry<MemoryTerm, Double> entry : row.quantities().entrySet()) {
                sum += entry.getValue() * factors.getOrDefault(entry.getKey(), 0.0);
            }
            along += x * (1 - sum / row.measured());
            square += x * x;
        }
        return square == 0 ? 0 : along / square;
    }
}
