package dev.whetstone.services.curve;

import dev.whetstone.services.job.JobHandle;
import java.util.Optional;

/// The project's learning curve: how accurate reward models are by the number of comparisons
/// judged, with rules and without.
public interface LearningCurves {
    /// Measures it and keeps it in the project; takes a minute or so, most of it reading texts
    /// the first time.
    ///
    /// @param seed of everything random: the same project and seed give the same curve
    JobHandle<CurveReport> measure(long seed);

    /// The curve measured last; a stale one says so. Reads votes, so not for a screen's
    /// thread.
    Optional<CurveReport> kept();
}
