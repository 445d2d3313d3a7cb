package dev.whetstone.services.align;

import dev.whetstone.runtime.memory.MemoryNeed;
import dev.whetstone.services.job.JobHandle;
import java.util.List;
import java.util.Optional;

/// Runs of the loop in a project. A run is a folder below the project's artefacts; one that
/// was cut off goes on where it was and gives the same result.
public interface Alignments {
    AlignSettings defaults();

    JobHandle<Preflight> preflight(AlignSettings settings);

    /// What the stage of a run that takes most memory needs.
    JobHandle<MemoryNeed> memory(AlignSettings settings);

    /// Starts a run. Figures of the job are TRL's metric names while training.
    JobHandle<AlignReport> run(AlignSettings settings);

    /// Goes on with the newest run that is not done.
    JobHandle<AlignReport> resume();

    /// Newest first; without those of [#unreadable].
    List<RunStatus> runs();

    /// Runs that another version of the program made and this one cannot read, newest first,
    /// each in one sentence.
    List<String> unreadable();

    Optional<AlignReport> report(String run);

    /// Held-out prompts with both replies, for reading beside the figures.
    List<Sample> samples(String run, int iteration, int limit);

    /// Held-out prompts as far as they are answered now, also while an iteration is measured:
    /// the newest answers first. Empty before the start was measured.
    List<LiveSample> live(String run, int limit);

    /// Live metrics of an iteration's training: one row a step, TRL's names.
    List<java.util.Map<String, Double>> metrics(String run, int iteration);

    Optional<Lineage> lineage(String run, int iteration, int pair);

    /// Uses this iteration's policy from now on; 0 is the start. Nothing is deleted.
    void keep(String run, int iteration);
}
