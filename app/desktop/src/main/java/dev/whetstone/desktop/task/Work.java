package dev.whetstone.desktop.task;

import java.util.function.Consumer;

/// A piece of work and what becomes of its result.
///
/// @param name what a person reads while it runs; empty when it is not shown
/// @param key latest-wins key; empty for none
/// @param done called on the JavaFX thread with the result
/// @param failed called on the JavaFX thread when `body` throws; [#unhandled()] passes it on to the
///     runner's error page
public record Work<T>(
        String name, String key, Body<T> body, Consumer<T> done, Consumer<Throwable> failed) {
    private static final Consumer<Throwable> UNHANDLED =
            failure -> {
                throw new IllegalStateException("failure without a handler", failure);
            };

    /// What runs off the JavaFX thread.
    @FunctionalInterface
    public interface Body<T> {
        T run(TaskContext context) throws Exception;
    }

    /// Work that nobody sees running.
    public static <T> Work<T> quiet(String key, Body<T> body, Consumer<T> done) {
        return new Work<>("", key, body, done, UNHANDLED);
    }

    /// Work that is shown with its progress.
    public static <T> Work<T> shown(String name, Body<T> body, Consumer<T> done) {
        return new Work<>(name, "", body, done, UNHANDLED);
    }

    /// The same work with its own answer to a failure.
    public Work<T> onFailure(Consumer<Throwable> handler) {
        return new Work<>(name, key, body, done, handler);
    }

    public boolean unhandled() {
        return failed == UNHANDLED;
    }
}
