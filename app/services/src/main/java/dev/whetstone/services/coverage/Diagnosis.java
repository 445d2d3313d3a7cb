package dev.whetstone.services.coverage;

import dev.whetstone.core.label.ModelDecision;
import java.util.List;

/// Label models side by side, and which one the program takes by itself.
///
/// @param fits majority vote among them
/// @param taken by AUTO
/// @param judged pairs
/// @param challenges models tried against the one that stood; empty below
///     [LabelPolicy#LEAST_TO_CHALLENGE] judged pairs
public record Diagnosis(
        List<ModelFit> fits, String taken, int judged, List<ModelDecision.Challenge> challenges) {
    public Diagnosis {
        fits = List.copyOf(fits);
        challenges = List.copyOf(challenges);
    }
}
