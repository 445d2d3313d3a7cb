package dev.whetstone.desktop.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What was done on the screen, each with what takes it back.
final class UndoLog {
    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");

    private record Step(String name, Runnable inverse) {}

    /// In words, what would be taken back; empty for nothing.
    ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// @param name in words, for a person
    void did(String name, Runnable inverse) {
        steps.push(new Step(name, inverse));
        newest.set(name);
    }

    void undo() {
        if (!steps.isEmpty()) {
            Step last = steps.pop();
            newest.set(steps.isEmpty() ? "" : steps.element().name());
            last.inverse().run();
        }
    }
}
