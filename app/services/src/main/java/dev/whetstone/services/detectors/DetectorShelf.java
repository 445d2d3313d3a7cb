package dev.whetstone.services.detectors;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.services.detect.Detector;
import dev.whetstone.services.detect.DetectorBook;
import dev.whetstone.services.detect.DetectorJson;
import dev.whetstone.services.detect.DetectorModel;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.project.Change;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.detect.DetectorMark;
import dev.whetstone.store.detect.DetectorState;
import dev.whetstone.store.detect.DetectorVersion;
import dev.whetstone.store.project.ProjectFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The detectors in the project file. Nothing is changed in place: every write adds a version.
final class DetectorShelf {
    private final OpenProject project;
    private final DetectorBook book;
    private final InstantSource clock;

    DetectorShelf(OpenProject project, DetectorBook book, InstantSource clock) {
        this.project = project;
        this.book = book;
        this.clock = clock;
    }

    /// The current version, removed or not.
    DetectorVersion stored(String name) {
        return project.with(file -> file.detectors().current(name)).orElseThrow();
    }

    void saveUntrained(String name, Recipe recipe, String author) {
        DetectorModel none = new DetectorModel.Untrained();
        save(
                new Detector(
                        name,
                        0,
                        recipe,
                        none,
                        Accuracy.UNMEASURED,
                        DetectorJson.fingerprint(none),
                        ""),
                author);
    }

    /// Saves a detector as the next version of its name.
    void save(Detector detector, String author) {
        save(
                detector,
                detector.isTrained() ? DetectorState.TRAINED : DetectorState.UNTRAINED,
                author);
    }

    void remove(Detector detector, String author) {
        save(detector, DetectorState.REMOVED, author);
    }

    private void save(Detector detector, DetectorState state, String author) {
        write(
                file ->
                        file.detectors()
                                .save(
                                        new DetectorVersion(
                                                detector.name(),
                                                next(file, detector.name()),
                                                state,
                                                detector.recipe().kind(),
                                                DetectorJson.body(detector).toString(),
                                                detector.fingerprint(),
                                                author,
                                                clock.instant())));
    }

    private interface Write {
        void make(ProjectFile file);
    }

    private void write(Write change) {
        project.with(
                file ->
                        file.inTransaction(
                                () -> {
                                    change.make(file);
                                    return true;
                                }));
        book.forget();
        project.changed(Change.RULES);
    }

    private static int next(ProjectFile file, String name) {
        return file.detectors().current(name).map(DetectorVersion::version).orElse(0) + 1;
    }

    /// Gives a detector another name, with its marks. What it has read is known by its numbers and
    /// stays known.
    void rename(Detector detector, String to, String author) {
        DetectorVersion old = stored(detector.name());
        write(
                file -> {
                    file.detectorMarks().add(moved(file, detector.name(), to, clock.instant()));
                    file.detectors().save(as(old, to, next(file, to), old.state(), author));
                    file.detectors()
                            .save(
                                    as(
                                            old,
                                            old.name(),
                                            old.version() + 1,
                                            DetectorState.REMOVED,
                                            author));
                });
    }

    private DetectorVersion as(
            DetectorVersion of, String name, int version, DetectorState state, String author) {
        return new DetectorVersion(
                name,
                version,
                state,
                of.kind(),
                of.body(),
                of.fingerprint(),
                author,
                clock.instant());
    }

    /// What makes the marks of one name those of another; an earlier detector of that name leaves
    /// none.
    private static List<DetectorMark> moved(ProjectFile file, String from, String to, Instant now) {
        List<DetectorMark> rows = new ArrayList<>();
        Map<String, DetectorMark> there = new HashMap<>();
        file.detectorMarks().standing(to).forEach(mark -> there.put(mark.text(), mark));
        for (DetectorMark mark : file.detectorMarks().standing(from)) {
            DetectorMark same = there.remove(mark.text());
            if (same == null || same.label() != mark.label()) {
                rows.add(
                        new DetectorMark(
                                to,
                                mark.text(),
                                mark.label(),
                                mark.source(),
                                mark.author(),
                                mark.at()));
            }
        }
        for (DetectorMark mark : there.values()) {
            rows.add(
                    new DetectorMark(
                            to,
                            mark.text(),
                            DetectorMark.Label.WITHDRAWN,
                            mark.source(),
                            mark.author(),
                            now));
        }
        return rows;
    }

    /// Brings a detector that was removed last back as it was.
    void restore(String name, String author) {
        List<DetectorVersion> versions = project.with(file -> file.detectors().history(name));
        DetectorVersion last =
                versions.stream()
                        .filter(version -> version.state() != DetectorState.REMOVED)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ServiceException(
                                                "detector.unknown",
                                                "There was no detector #" + name + ".",
                                                ""));
        if (versions.getFirst().state() == DetectorState.REMOVED) {
            write(
                    file ->
                            file.detectors()
                                    .save(as(last, name, next(file, name), last.state(), author)));
        }
    }
}
