package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One command after the other: while one is at work off the JavaFX thread, or something else has
/// the desk's place, further commands wait their turn.
final class Turns {
    private final TaskRunner runner;
    private final Feedback feedback;
    private final BooleanSupplier held;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /// @param held whether commands wait although none is at work
    Turns(TaskRunner runner, Feedback feedback, BooleanSupplier held) {
        this.runner = runner;
        this.feedback = feedback;
        this.held = held;
    }

    boolean busy() {
        return busy;
    }

    void take(Runnable command) {
        if (busy || held.getAsBoolean()) {
            waiting.add(command);
        } else {
            command.run();
        }
    }

    /// Commands that wait are about something that will not come.
    void forget() {
        waiting.clear();
    }

    /// Works on a command; those that wait follow when it is done.
    <T> void work(Work.Body<T> body, Consumer<T> done) {
        busy = true;
        var unused =
                runner.run(
                        Work.of(
                                "",
                                body,
                                result -> {
                                    done.accept(result);
                                    free();
                                },
                                failure -> {
                                    feedback.failed(failure);
                                    free();
                                }));
    }

    /// What held the commands is over.
    void resume() {
        if (!busy) {
            free();
        }
    }

    private void free() {
        busy = false;
        while (!busy && !held.getAsBoolean() && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
