package dev.whetstone.desktop.detect;

import dev.whetstone.core.detect.HeadTrainer;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Mark;
import dev.whetstone.services.detectors.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One reply after the other, each to be said yes or no to. A mark is on the disk before the next
/// reply is shown.
final class MarkViewModel {
    /// Replies that are drawn at a time: doubtful ones and others by turns.
    private static final int AT_ONCE = 4;

    private final Detectors detectors;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final UndoLog undo;
    private final Runnable changed;
    private final Deque<Reply> coming = new ArrayDeque<>();
    private final Set<String> passed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Reply>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(new Count(0, 0));
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper exhausted = new ReadOnlyBooleanWrapper();
    private String name = "";

    /// How many replies were said yes and no to.
    record Count(int yes, int no) {
        static final int WANTED = HeadTrainer.LEAST_MARKS;
        static final int WANTED_OF_A_SORT = HeadTrainer.LEAST_OF_A_SORT;

        int all() {
            return yes + no;
        }

        boolean suffices() {
            return HeadTrainer.suffices(all(), yes);
        }

        private Count with(Mark.Answer answer, int more) {
            return switch (answer) {
                case YES -> new Count(yes + more, no);
                case NO -> new Count(yes, no + more);
                case WITHDRAW -> this;
            };
        }
    }

    /// @param changed hears that a mark was saved
    MarkViewModel(
            Detectors detectors,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages,
            UndoLog undo,
            Runnable changed) {
        this.detectors = detectors;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        this.undo = undo;
        this.changed = changed;
    }

    /// The reply that is asked about.
    ReadOnlyObjectProperty<Optional<Reply>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Whether an answer can be given now.
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Whether there is no reply left to mark.
    ReadOnlyBooleanProperty exhaustedProperty() {
        return exhausted.getReadOnlyProperty();
    }

    String name() {
        return name;
    }

    /// Marks for that detector from now on.
    void open(DetectorRow row) {
        count.set(new Count(row.yes(), row.no()));
        if (!row.name().equals(name)) {
            name = row.name();
            coming.clear();
            passed.clear();
            show(Optional.empty());
            advance();
        }
    }

    /// Asks about these next.
    void these(List<Reply> replies) {
        List<Reply> all = new ArrayList<>(replies);
        current.get().filter(reply -> !all.contains(reply)).ifPresent(all::add);
        coming.removeIf(all::contains);
        for (Reply reply : all.reversed()) {
            coming.push(reply);
        }
        advance();
    }

    void answer(Mark.Answer answer) {
        Optional<Reply> asked = current.get();
        if (asking.get() && asked.isPresent()) {
            Reply reply = asked.get();
            String detector = name;
            asking.set(false);
            write(
                    detector,
                    new Mark(reply.text(), answer),
                    () -> {
                        count.set(count.get().with(answer, 1));
                        undo.did(
                                messages.t(
                                        answer == Mark.Answer.YES
                                                ? "detect.undo.yes"
                                                : "detect.undo.no",
                                        detector),
                                () -> takeBack(detector, reply, answer));
                    });
        }
    }

    /// Writes, draws more where none is left, and then shows the next.
    private void write(String detector, Mark mark, Runnable done) {
        boolean draw = coming.isEmpty();
        Set<String> without = Set.copyOf(passed);
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () -> {
                                    var unusedCount =
                                            detectors.mark(detector, List.of(mark), person);
                                    return draw
                                            ? detectors.replies().next(detector, without, AT_ONCE)
                                            : List.<Reply>of();
                                },
                                drawn -> {
                                    feedback.saved();
                                    if (detector.equals(name)) {
                                        done.run();
                                        arrived(drawn);
                                    }
                                    changed.run();
                                },
                                this::failed));
    }

    private void takeBack(String detector, Reply reply, Mark.Answer answer) {
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () ->
                                        detectors.mark(
                                                detector,
                                                List.of(
                                                        new Mark(
                                                                reply.text(),
                                                                Mark.Answer.WITHDRAW)),
                                                person),
                                marks -> {
                                    feedback.saved();
                                    if (detector.equals(name)) {
                                        count.set(count.get().with(answer, -1));
                                        these(List.of(reply));
                                    }
                                    changed.run();
                                },
                                feedback::failed));
    }

    /// Not this one: it is not asked about again until the program ends.
    void skip() {
        current.get()
                .filter(reply -> asking.get())
                .ifPresent(
                        reply -> {
                            passed.add(reply.text());
                            String detector = name;
                            undo.did(
                                    messages.t("detect.undo.skip"),
                                    () -> {
                                        if (detector.equals(name)) {
                                            passed.remove(reply.text());
                                            these(List.of(reply));
                                        }
                                    });
                            advance();
                        });
    }

    private void advance() {
        asking.set(false);
        if (!coming.isEmpty()) {
            arrived(List.of());
            return;
        }
        String detector = name;
        Set<String> without = Set.copyOf(passed);
        var unused =
                runner.run(
                        Work.of(
                                "detector-next",
                                () -> detectors.replies().next(detector, without, AT_ONCE),
                                drawn -> {
                                    if (detector.equals(name)) {
                                        arrived(drawn);
                                    }
                                },
                                this::failed));
    }

    private void arrived(List<Reply> drawn) {
        coming.addAll(drawn);
        show(Optional.ofNullable(coming.poll()));
        exhausted.set(current.get().isEmpty());
    }

    private void show(Optional<Reply> reply) {
        current.set(reply);
        asking.set(reply.isPresent());
    }

    private void failed(Throwable failure) {
        asking.set(current.get().isPresent());
        feedback.failed(failure);
    }
}
