package dev.whetstone.desktop.detect;

import dev.whetstone.core.detect.TextScores;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Found;
import dev.whetstone.services.detectors.ReadReply;
import dev.whetstone.services.detectors.Reply;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What a detector finds among the replies, and what a threshold would keep.
final class FoundViewModel {
    private static final int EACH = 30;

    private final Detectors detectors;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper(TextScores.THRESHOLD);
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.NEAREST);
    private String name = "";

    /// Which replies are listed.
    enum Sort {
        HIGHEST,
        NEAREST,
        LOWEST
    }

    FoundViewModel(Detectors detectors, TaskRunner runner, Feedback feedback) {
        this.detectors = detectors;
        this.runner = runner;
        this.feedback = feedback;
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// From which score on a reply is kept, in steps of .01.
    ReadOnlyDoubleProperty thresholdProperty() {
        return threshold.getReadOnlyProperty();
    }

    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    /// Shows that detector's, at the usual threshold.
    void open(String detector) {
        if (!detector.equals(name)) {
            name = detector;
            found.set(Optional.empty());
            threshold.set(TextScores.THRESHOLD);
            sort.set(Sort.NEAREST);
        }
        load();
    }

    /// Counts anew, e.g. because more was read.
    void load() {
        String detector = name;
        double at = threshold.get();
        if (detector.isEmpty()) {
            return;
        }
        var unused =
                runner.run(
                        Work.of(
                                "detector-found",
                                () -> detectors.replies().found(detector, at, EACH),
                                counted -> {
                                    if (detector.equals(name)) {
                                        found.set(Optional.of(counted));
                                    }
                                },
                                feedback::failed));
    }

    void setThreshold(double wanted) {
        double rounded = Math.round(Math.clamp(wanted, 0, 1) * 100) / 100.0;
        if (rounded != threshold.get()) {
            threshold.set(rounded);
            load();
        }
    }

    /// The replies that are listed.
    List<ReadReply> listed() {
        return found.get()
                .map(
                        all ->
                                switch (sort.get()) {
                                    case HIGHEST -> all.highest();
                                    case NEAREST -> all.nearest();
                                    case LOWEST -> all.lowest();
                                })
                .orElse(List.of());
    }

    /// Those of the list that nobody has marked.
    List<Reply> unmarked() {
        return listed().stream()
                .filter(reply -> reply.marked() == ReadReply.Marked.OPEN)
                .map(ReadReply::reply)
                .toList();
    }
}
