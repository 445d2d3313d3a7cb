package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.worker.Engine;
import dev.whetstone.services.worker.EngineStatus;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The model worker: whether it lives, with what it computes, and starting it again.
public final class EngineViewModel {
    private final Engine engine;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<EngineStatus> status =
            new ReadOnlyObjectWrapper<>(EngineStatus.without(EngineStatus.State.NOT_STARTED));
    private final BooleanProperty starting = new SimpleBooleanProperty();

    public EngineViewModel(Engine engine, TaskRunner runner, Feedback feedback, Messages messages) {
        this.engine = engine;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public BooleanProperty startingProperty() {
        return starting;
    }

    public void load() {
        var unused =
                runner.run(Work.of("engine-status", engine::status, status::set, feedback::failed));
    }

    /// Starts a worker when none runs, and says so.
    public void start() {
        starting.set(true);
        var unused =
                runner.run(
                        Work.of(
                                "engine-start",
                                engine::start,
                                now -> {
                                    starting.set(false);
                                    status.set(now);
                                    feedback.tell(messages.t("engine.started"));
                                },
                                failure -> {
                                    starting.set(false);
                                    load();
                                    feedback.failed(failure);
                                }));
    }
}
