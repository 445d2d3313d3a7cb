package dev.whetstone.services.detect;

import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.text.TextFeatures;
import java.util.Map;

/// Scores in memory.
///
/// @param scores may grow while others look
record KnownScores(String fingerprint, Map<TextKey, Float> scores) implements TextScores {
    @Override
    public double score(TextFeatures text) {
        if (text.text().isBlank()) {
            return 0;
        }
        Float known = scores.get(TextKey.of(text));
        return known == null ? Double.NaN : known;
    }
}
