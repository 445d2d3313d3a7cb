package dev.whetstone.core.lf;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.text.TextFeatures;
import java.util.Optional;

/// The detector `polite`, whose score is made of a text's hash and which has not read every eighth
/// text. There is no other.
public final class FixedDetectors implements Detectors {
    @Override
    public Optional<TextScores> named(String name) {
        return name.equals("polite") ? Optional.of(new Hashed()) : Optional.empty();
    }

    private record Hashed() implements TextScores {
        @Override
        public String fingerprint() {
            return "hashed";
        }

        @Override
        public double score(TextFeatures text) {
            long bits = TextKey.of(text).low();
            return (bits & 7) == 0 ? Double.NaN : (bits >>> 3 & 1023) / 1023.0;
        }
    }
}
