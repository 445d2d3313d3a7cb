package dev.whetstone.services.job;

import java.util.Map;

/// A snapshot of a job.
///
/// @param stage what it does now, in words
/// @param done units finished in this stage, of `total`; `total` 0 when unknown
/// @param secondsLeft of this stage; negative when unknown
/// @param figures live numbers by name, e.g. TRL's metric names
/// @param message what a person should hear while it goes on, or why it failed; empty otherwise
public record JobStatus(
        JobState state,
        String stage,
        long done,
        long total,
        double secondsLeft,
        Map<String, Double> figures,
        String message) {
    public JobStatus {
        figures = Map.copyOf(figures);
    }
}
