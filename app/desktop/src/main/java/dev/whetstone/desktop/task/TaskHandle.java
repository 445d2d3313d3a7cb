package dev.whetstone.desktop.task;

/// A hold on started work.
public interface TaskHandle {
    /// Asks the work to end at its next safe point; its result is dropped.
    void cancel();
}
