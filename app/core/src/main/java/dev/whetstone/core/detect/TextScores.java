package dev.whetstone.core.detect;

import dev.whetstone.core.text.TextFeatures;

/// What one detector said of the texts that it has read. Threads may share it.
public interface TextScores {
    /// A score from here on is a detection.
    double THRESHOLD = 0.5;

    /// Names the detector's numbers: equal ones give equal scores.
    String fingerprint();

    /// 0 to 1; NaN where the text has not been read yet. A blank text has 0: nothing is there to be
    /// found.
    double score(TextFeatures text);
}
