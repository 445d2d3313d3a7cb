package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detect.Recipe;
import java.time.Instant;
import java.util.List;

/// One detector of the list.
///
/// @param name without the `#`
/// @param version counts from 1
/// @param accuracy as it was measured when the detector was trained
/// @param yes texts that are marked as of its kind
/// @param no texts that are marked as not
/// @param made how many of all marks a condition made, no person
/// @param read texts of the project that it has read
/// @param askers active rules that ask it
public record DetectorRow(
        String name,
        int version,
        Recipe recipe,
        State state,
        Accuracy accuracy,
        int yes,
        int no,
        int made,
        int read,
        List<Asker> askers,
        String author,
        Instant changed) {
    public DetectorRow {
        askers = List.copyOf(askers);
    }

    /// Names of active rules that ask it.
    public List<String> rules() {
        return askers.stream().map(Asker::name).toList();
    }

    public int marks() {
        return yes + no;
    }

    /// Whether it can be asked.
    public enum State {
        UNTRAINED,
        TRAINED,
        /// It has been trained, and texts were marked since.
        OUTDATED
    }
}
