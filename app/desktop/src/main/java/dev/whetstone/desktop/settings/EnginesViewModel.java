package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.runtime.pack.Build;
import dev.whetstone.runtime.pack.PackFolder;
import dev.whetstone.runtime.pack.PackSource;
import dev.whetstone.services.engine.EngineEntry;
import dev.whetstone.services.engine.Engines;
import dev.whetstone.services.engine.GraphicsCard;
import dev.whetstone.services.job.JobHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The engines that can compute: importing one, trying it, choosing it and the device.
public final class EnginesViewModel {
    private final Engines engines;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown(List.of(), List.of(), "cpu"));
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public EnginesViewModel(
            Engines engines, TaskRunner runner, Feedback feedback, Messages messages) {
        this.engines = engines;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    /// What there is.
    ///
    /// @param device where new work computes
    public record Shown(List<EngineEntry> entries, List<GraphicsCard> cards, String device) {
        public Shown {
            entries = List.copyOf(entries);
            cards = List.copyOf(cards);
        }

        /// Whether the engine in use was built for a GPU, so that there is a choice.
        public boolean hasDevices() {
            return entries.stream()
                    .anyMatch(e -> e.state() == EngineEntry.State.ENABLED && e.forCuda());
        }
    }

    /// A folder that was looked at and waits for a yes.
    ///
    /// @param unknown paths of files that no known archive holds
    public record Offer(PackSource source, List<String> unknown) {
        public Offer {
            unknown = List.copyOf(unknown);
        }
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// Whether an engine is being read, copied or tried.
    public BooleanProperty busyProperty() {
        return busy;
    }

    public void load() {
        var unused =
                runner.run(
                        Work.of(
                                "engines",
                                () ->
                                        new Shown(
                                                engines.list(),
                                                engines.cards(),
                                                engines.device().name()),
                                shown::set,
                                feedback::failed));
    }

    /// Reads a folder and shows what would be imported; links that lead out of it are refused.
    public void look(Path folder) {
        follow(
                engines.look(folder, PackFolder.Links.REFUSE, Build.UNKNOWN),
                source ->
                        offer.set(
                                Optional.of(
                                        new Offer(
                                                source,
                                                engines.unknown(source).stream()
                                                        .map(file -> file.path())
                                                        .toList()))));
    }

    /// Copies what was looked at; the person has seen its digest.
    public void accept() {
        offer.get()
                .map(Offer::source)
                .ifPresent(
                        source -> {
                            offer.set(Optional.empty());
                            follow(
                                    engines.add(source, "", source.digest()),
                                    entry ->
                                            feedback.tell(
                                                    messages.t("engines.imported", entry.name())));
                        });
    }

    public void decline() {
        offer.set(Optional.empty());
    }

    public void probe(String name) {
        follow(engines.probe(name), entry -> {});
    }

    /// Tries an engine; where it works, the next model job runs on it.
    public void enable(String name) {
        enable(name, "");
    }

    /// Lets the engine in use compute elsewhere.
    ///
    /// @param device `cpu` or `cuda`
    public void compute(String device) {
        shown.get().entries().stream()
                .filter(entry -> entry.state() == EngineEntry.State.ENABLED)
                .findFirst()
                .ifPresent(entry -> enable(entry.name(), device));
    }

    private void enable(String name, String device) {
        follow(
                engines.enable(name, device),
                entry -> feedback.tell(messages.t("engines.enabled", entry.name())));
    }

    public void remove(String name) {
        var unused =
                runner.run(
                        Work.effect("", () -> engines.remove(name), this::load, feedback::failed));
    }

    private <T> void follow(JobHandle<T> job, Consumer<T> done) {
        busy.set(true);
        runner.follow(
                job,
                status -> {},
                result -> {
                    busy.set(false);
                    done.accept(result);
                    load();
                },
                failure -> {
                    busy.set(false);
                    load();
                    feedback.failed(failure);
                });
    }
}
