package dev.whetstone.desktop.task;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Shown work as the window sees it; properties change on the JavaFX thread only.
public final class RunningTask implements TaskHandle {
    private final String name;
    private final TaskHandle handle;
    private final long startedNanos;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(-1);

    RunningTask(String name, TaskHandle handle, long startedNanos) {
        this.name = name;
        this.handle = handle;
        this.startedNanos = startedNanos;
    }

    public String name() {
        return name;
    }

    @Override
    public void cancel() {
        handle.cancel();
    }

    /// Share done, 0 to 1; -1 while unknown.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Estimated seconds to the end at the pace so far; -1 while unknown.
    public ReadOnlyDoubleProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    void update(long done, long total, String newNote, long nowNanos) {
        note.set(newNote);
        if (total <= 0) {
            fraction.set(-1);
            secondsLeft.set(-1);
            return;
        }
        double share = Math.clamp((double) done / total, 0, 1);
        fraction.set(share);
        double elapsed = (nowNanos - startedNanos) / 1e9;
        secondsLeft.set(share > 0.02 ? elapsed / share - elapsed : -1);
    }
}
