package dev.whetstone.services.detect;

import dev.whetstone.services.job.Progress;
import java.util.List;

/// Lets detectors read texts.
@FunctionalInterface
public interface TextReader {
    /// @param texts none of them blank
    /// @return one score a text, 0 to 1
    /// @throws dev.whetstone.services.failure.ServiceException `detector.encoder` when the model
    ///     was made with another encoder, `detector.untrained`, or the worker's code
    double[] read(DetectorModel model, List<String> texts, Progress progress);
}
