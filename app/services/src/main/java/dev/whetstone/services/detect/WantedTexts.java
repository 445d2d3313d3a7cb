package dev.whetstone.services.detect;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Detectors that note which texts they were asked about and had not read. Several threads may ask.
public final class WantedTexts implements Detectors {
    private final Detectors known;
    private final Map<String, Map<TextKey, String>> wanted = new ConcurrentHashMap<>();

    public WantedTexts(Detectors known) {
        this.known = known;
    }

    @Override
    public Optional<TextScores> named(String name) {
        return known.named(name).map(scores -> new Noting(name, scores));
    }

    private final class Noting implements TextScores {
        private final String name;
        private final TextScores scores;

        Noting(String name, TextScores scores) {
            this.name = name;
            this.scores = scores;
        }

        @Override
        public String fingerprint() {
            return scores.fingerprint();
        }

        @Override
        public double score(TextFeatures text) {
            double score = scores.score(text);
            if (Double.isNaN(score)) {
                wanted.computeIfAbsent(name, _ -> new ConcurrentHashMap<>())
                        .put(TextKey.of(text), text.text());
            }
            return score;
        }
    }

    /// The detectors that wait for texts, sorted.
    public Set<String> detectors() {
        return new TreeSet<>(wanted.keySet());
    }

    /// The texts that a detector waits for, in an order that does not depend on who asked first.
    public List<String> of(String detector) {
        return wanted.getOrDefault(detector, Map.of()).values().stream().sorted().toList();
    }

    public int count() {
        return wanted.values().stream().mapToInt(Map::size).sum();
    }

    /// Forgets what was noted.
    public void clear() {
        wanted.clear();
    }
}
