package dev.whetstone.services.accuracy;

import dev.whetstone.services.job.JobHandle;
import java.util.Optional;

/// Where the reward model falls short. What it said of held-out choices is kept in the project;
/// what they have in common is looked up anew, so call in the background.
public interface Accuracies {
    /// Of the newest model, or of choices and rules as they are; empty without a reward model, or
    /// when what is kept belongs to an older one.
    Optional<AccuracyReport> kept();

    /// Predicts every choice while its question is held out, and keeps that. Training a model does
    /// the same by itself.
    JobHandle<AccuracyReport> measure(long seed);

    /// The choices behind a figure.
    ///
    /// @param limit most rows
    /// @throws dev.whetstone.services.failure.ServiceException `coverage.slice` for an unknown one,
    ///     `reward.held-out` when nothing is kept
    ChoiceListing open(Part part, Which which, int limit);
}
