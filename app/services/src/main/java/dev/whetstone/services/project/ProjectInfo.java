package dev.whetstone.services.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a project holds.
///
/// @param artefacts the folder beside the file that holds models and caches
/// @param pairs all pairs of responses that are compared
/// @param judged pairs with at least one standing choice
/// @param models versions of the reward model
/// @param iterations finished alignment iterations
public record ProjectInfo(
        UUID id,
        String name,
        Path file,
        Path artefacts,
        Instant created,
        int schemaVersion,
        long prompts,
        long responses,
        long comparisons,
        long pairs,
        long judgements,
        long judged,
        long activeRules,
        long rules,
        int models,
        int iterations,
        List<String> annotators) {
    public ProjectInfo {
        annotators = List.copyOf(annotators);
    }
}
