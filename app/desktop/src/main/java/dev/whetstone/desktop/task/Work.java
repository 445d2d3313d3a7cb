package dev.whetstone.desktop.task;

import java.util.function.Consumer;

/// A piece of work and what becomes of its result.
///
/// @param key latest-wins key; empty for none
/// @param done called on the JavaFX thread with the result
/// @param failed called on the JavaFX thread when `body` throws
public record Work<T>(String key, Body<T> body, Consumer<T> done, Consumer<Throwable> failed) {

    /// What runs off the JavaFX thread.
    @FunctionalInterface
    public interface Body<T> {
        T run() throws Exception;
    }

    /// Work whose result is shown.
    public static <T> Work<T> of(
            String key, Body<T> body, Consumer<T> done, Consumer<Throwable> failed) {
        return new Work<>(key, body, done, failed);
    }

    /// Work without a result.
    public static Work<Boolean> effect(
            String key, Effect effect, Runnable done, Consumer<Throwable> failed) {
        return new Work<>(
                key,
                () -> {
                    effect.run();
                    return true;
                },
                finished -> done.run(),
                failed);
    }

    /// What runs off the JavaFX thread and gives nothing back.
    @FunctionalInterface
    public interface Effect {
        void run() throws Exception;
    }
}
