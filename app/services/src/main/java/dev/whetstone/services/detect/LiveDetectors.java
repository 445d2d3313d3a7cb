package dev.whetstone.services.detect;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.job.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Detectors for texts that the project does not have, such as fresh replies of a policy: what is
/// asked is noted, read at one go, and stays known while this object lives.
public final class LiveDetectors implements Detectors {
    /// Rounds of looking; one look can hide behind the answer to another.
    private static final int ROUNDS = 8;

    private final Map<String, Detector> detectors;
    private final Map<String, Map<TextKey, Float>> fresh = new ConcurrentHashMap<>();
    private final Detectors known;
    private final WantedTexts wanted;
    private final TextReader reader;

    /// @param known what was said before; may be [Detectors#NONE]
    public LiveDetectors(Map<String, Detector> detectors, Detectors known, TextReader reader) {
        this.detectors = new LinkedHashMap<>(detectors);
        this.known = known;
        this.reader = reader;
        this.wanted = new WantedTexts(this::here);
    }

    private Optional<TextScores> here(String name) {
        Detector detector = detectors.get(name);
        if (detector == null || !detector.isTrained()) {
            return Optional.empty();
        }
        TextScores own =
                new KnownScores(
                        detector.fingerprint().hex(),
                        fresh.computeIfAbsent(name, _ -> new ConcurrentHashMap<>()));
        return Optional.of(
                known.named(name).map(before -> (TextScores) new Both(before, own)).orElse(own));
    }

    private record Both(TextScores before, TextScores own) implements TextScores {
        @Override
        public String fingerprint() {
            return own.fingerprint();
        }

        @Override
        public double score(TextFeatures text) {
            double score = before.score(text);
            return Double.isNaN(score) ? own.score(text) : score;
        }
    }

    @Override
    public Optional<TextScores> named(String name) {
        return wanted.named(name);
    }

    /// Lets rules look at texts, reads what they ask for, and lets them look again until nothing is
    /// missing.
    ///
    /// @param look evaluates rules that were compiled with this object; what it finds is thrown
    ///     away
    public void settle(Runnable look, Progress progress) {
        if (detectors.isEmpty()) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            wanted.clear();
            look.run();
            if (wanted.count() == 0) {
                return;
            }
            for (String name : wanted.detectors()) {
                read(name, wanted.of(name), progress);
            }
        }
    }

    private void read(String name, List<String> texts, Progress progress) {
        Detector detector = detectors.get(name);
        if (detector == null) {
            throw new IllegalStateException("nobody can wait for #" + name);
        }
        double[] scores = reader.read(detector.model(), texts, progress);
        Map<TextKey, Float> map = fresh.computeIfAbsent(name, _ -> new ConcurrentHashMap<>());
        for (int i = 0; i < scores.length; i++) {
            map.put(TextKey.of(texts.get(i)), (float) scores[i]);
        }
    }
}
