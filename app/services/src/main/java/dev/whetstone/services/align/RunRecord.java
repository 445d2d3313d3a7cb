package dev.whetstone.services.align;

import java.time.Instant;
import java.util.UUID;

/// What a run was begun with; the rest of its folder follows from it.
///
/// @param base folder of the base model
/// @param kept the iteration in use; -1 while the run is not done
record RunRecord(
        UUID id,
        Instant started,
        String base,
        int rewardVersion,
        String rules,
        int kept,
        AlignSettings settings) {
    RunRecord withKept(int iteration) {
        return new RunRecord(id, started, base, rewardVersion, rules, iteration, settings);
    }
}
