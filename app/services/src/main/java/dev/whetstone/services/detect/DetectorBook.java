package dev.whetstone.services.detect;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextKey;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.content.ContentHash;
import dev.whetstone.store.detect.DetectorState;
import dev.whetstone.store.detect.DetectorVersion;
import dev.whetstone.store.detect.TextScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A project's detectors and what they said so far, in memory. Read once, and again after they were
/// saved.
public final class DetectorBook {
    private final OpenProject project;
    private final TextReader reader;
    private final Map<ContentHash, Map<TextKey, Float>> scores = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, Detector> known;

    /// @param reader for texts that the project does not have
    public DetectorBook(OpenProject project, TextReader reader) {
        this.project = project;
        this.reader = reader;
    }

    /// Every detector that was not removed, by name.
    public Map<String, Detector> all() {
        Map<String, Detector> now = known;
        if (now == null) {
            now = read();
            known = now;
        }
        return now;
    }

    public Set<String> names() {
        return all().keySet();
    }

    /// Call after detectors were saved.
    public void forget() {
        known = null;
    }

    private Map<String, Detector> read() {
        Map<String, Detector> detectors = new LinkedHashMap<>();
        for (DetectorVersion version : project.with(file -> file.detectors().current())) {
            if (version.state() != DetectorState.REMOVED) {
                detectors.put(
                        version.name(),
                        DetectorJson.read(
                                version.name(), version.version(), version.kind(), version.body()));
            }
        }
        return detectors;
    }

    /// What the trained detectors said so far. What is said later shows at once.
    public Detectors detectors() {
        Map<String, Detector> now = all();
        return name -> Optional.ofNullable(now.get(name)).filter(Detector::isTrained).map(this::of);
    }

    private TextScores of(Detector detector) {
        return new KnownScores(detector.fingerprint().hex(), scores(detector));
    }

    /// Detectors, of this project or of something that was made in it, that also read texts which
    /// the project does not have.
    public LiveDetectors live(Map<String, Detector> used) {
        return new LiveDetectors(
                used,
                name ->
                        Optional.ofNullable(used.get(name))
                                .filter(Detector::isTrained)
                                .map(this::of),
                reader);
    }

    /// How many texts a detector has read.
    public int read(Detector detector) {
        return detector.isTrained() ? scores(detector).size() : 0;
    }

    /// What a detector said so far; grows while it reads.
    public Map<TextKey, Float> scores(Detector detector) {
        return scores.computeIfAbsent(detector.fingerprint(), this::stored);
    }

    private Map<TextKey, Float> stored(ContentHash fingerprint) {
        Map<TextKey, Float> map = new ConcurrentHashMap<>();
        project.with(file -> file.detectorScores().of(fingerprint))
                .forEach(each -> map.put(TextKey.read(each.text()), (float) each.score()));
        return map;
    }

    /// Keeps what a detector said, in the project and then in memory.
    public void put(Detector detector, Map<TextKey, Double> said) {
        List<TextScore> rows = new ArrayList<>();
        said.forEach((text, score) -> rows.add(new TextScore(text.bytes(), score)));
        project.with(
                file -> {
                    file.detectorScores().put(detector.fingerprint(), rows);
                    return true;
                });
        Map<TextKey, Float> map = scores(detector);
        said.forEach((text, score) -> map.put(text, score.floatValue()));
    }

    /// Changes when one of these detectors does, and when it has read more.
    public String fingerprint(Set<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        ContentHash.Builder hash = ContentHash.builder();
        for (String name : names) {
            Detector detector = all().get(name);
            hash.add(name);
            if (detector != null) {
                hash.add(detector.fingerprint()).add(String.valueOf(read(detector)));
            }
        }
        return hash.build().hex();
    }
}
