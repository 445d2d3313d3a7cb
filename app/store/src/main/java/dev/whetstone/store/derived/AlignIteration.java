package dev.whetstone.store.derived;

import dev.whetstone.store.content.ContentHash;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One iteration of an alignment run.
///
/// @param number counts from 1; 0 may hold the start
/// @param from hash of the policy, reward model and prompts of this iteration
/// @param artefacts files in the artefact folder by role, e.g. `responses`, `pairs`, `adapter`
/// @param report the iteration's report as JSON
public record AlignIteration(
        UUID runId,
        int number,
        IterationState state,
        ContentHash from,
        Map<String, ContentHash> artefacts,
        String report,
        Instant at) {
    public AlignIteration {
        artefacts = Map.copyOf(artefacts);
    }
}
