package dev.whetstone.store.importing.row;

import java.util.List;
import java.util.Map;

/// A response of a row.
///
/// @param origin who wrote it; empty when the row does not say
/// @param scores by models, by the column they stood in
public record Candidate(String text, String origin, Map<String, Double> scores) {
    public Candidate {
        scores = Map.copyOf(scores);
    }

    static Candidate of(String text) {
        return new Candidate(text, "", Map.of());
    }

    static List<Candidate> of(String first, String second) {
        return List.of(of(first), of(second));
    }
}
