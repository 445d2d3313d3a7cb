package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.explain.Waiting;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Sentences whose rule waits for a person: each can be accepted, edited or left out.
public final class WaitingViewModel {
    /// Times that the progress is told.
    private static final int STEPS = 40;

    private final Explaining explaining;
    private final Rules rules;
    private final RulesViewModel list;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ObservableList<Waiting> items = FXCollections.observableArrayList();
    private final ObservableList<Waiting> view = FXCollections.unmodifiableObservableList(items);
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Waiting>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress(0, 0));
    private final BooleanBinding twofold =
            Bindings.createBooleanBinding(
                    () -> selected.get().filter(w -> w.candidates().size() > 1).isPresent(),
                    selected);
    private int reading;

    /// How many reasons were read while they are counted.
    ///
    /// @param of 0 when not known yet
    public record Progress(int done, int of) {}

    public WaitingViewModel(
            Explaining explaining,
            Rules rules,
            RulesViewModel list,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.explaining = explaining;
        this.rules = rules;
        this.list = list;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    public ObservableList<Waiting> items() {
        return view;
    }

    /// Whether they stand in the list's place.
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ReadOnlyObjectProperty<Optional<Waiting>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// False until they were counted for the first time.
    public BooleanProperty loadedProperty() {
        return loaded;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public void load() {
        var unused =
                runner.run(
                        Work.of(
                                "waiting",
                                () -> explaining.waiting(this::read),
                                this::show,
                                feedback::failed));
    }

    private void read(int done, int of) {
        if (done % Math.max(1, of / STEPS) == 0) {
            runner.onScreen(() -> progress.set(new Progress(done, of)));
        }
    }

    private void show(List<Waiting> fresh) {
        Optional<UUID> open = selected.get().map(Waiting::comparisonId);
        items.setAll(fresh);
        loaded.set(true);
        if (shown.get()) {
            select(
                    fresh.stream()
                            .filter(w -> open.filter(w.comparisonId()::equals).isPresent())
                            .findFirst()
                            .or(() -> fresh.stream().findFirst()));
        }
    }

    /// Shows what waits in the list's place, or the rules again.
    public void toggle() {
        boolean now = !shown.get() && !items.isEmpty();
        shown.set(now);
        if (now) {
            select(Optional.of(items.getFirst()));
        } else {
            select(Optional.empty());
            list.all().stream().findFirst().ifPresent(list::open);
        }
    }

    public void select(Optional<Waiting> waiting) {
        if (!waiting.equals(selected.get())) {
            selected.set(waiting);
            reading = 0;
            waiting.ifPresent(this::open);
        }
        if (waiting.isEmpty()) {
            shown.set(false);
        }
    }

    private void open(Waiting waiting) {
        Candidate candidate = waiting.candidates().get(reading);
        list.startWith(candidate.rule(), (name, text) -> save(waiting, candidate, name, text));
    }

    /// Shows the next of what the selected sentence may mean.
    public void nextReading() {
        selected.get()
                .ifPresent(
                        waiting -> {
                            reading = (reading + 1) % waiting.candidates().size();
                            open(waiting);
                        });
    }

    /// Whether the selected sentence may mean more than one thing, so that a pair can decide.
    public BooleanBinding twofold() {
        return twofold;
    }

    /// Makes the shown reading a rule.
    public void accept() {
        selected.get()
                .ifPresent(
                        waiting -> {
                            Candidate candidate = waiting.candidates().get(reading);
                            write(
                                    waiting,
                                    () -> save(waiting, candidate, "", candidate.rule()),
                                    messages.t("rules.waiting.accepted"));
                        });
    }

    /// Leaves the selected sentence out; it does not come again.
    public void ignore() {
        selected.get()
                .ifPresent(
                        waiting ->
                                write(
                                        waiting,
                                        () -> {
                                            for (Candidate each : waiting.candidates()) {
                                                explaining.ignore(
                                                        waiting.comparisonId(),
                                                        waiting.explanation(),
                                                        each);
                                            }
                                            return RuleRow.NO_COMPARISON;
                                        },
                                        messages.t("rules.waiting.ignored")));
    }

    private UUID save(Waiting waiting, Candidate reading, String name, String text) {
        Candidate edited =
                new Candidate(
                        text,
                        reading.sentence(),
                        reading.reading(),
                        reading.effect(),
                        reading.cautions(),
                        reading.safe());
        UUID rule = explaining.accept(waiting.comparisonId(), waiting.explanation(), edited);
        if (!name.isBlank()) {
            rules.edit(rule, name, text, person);
        }
        return rule;
    }

    private void write(Waiting waiting, Work.Body<UUID> body, String told) {
        var unused =
                runner.run(
                        Work.of(
                                "",
                                body,
                                rule -> {
                                    feedback.saved();
                                    feedback.tell(told);
                                    leave(waiting);
                                    list.load();
                                    load();
                                },
                                feedback::failed));
    }

    private void leave(Waiting waiting) {
        int index = items.indexOf(waiting);
        items.remove(waiting);
        select(
                items.isEmpty()
                        ? Optional.empty()
                        : Optional.of(items.get(Math.min(Math.max(index, 0), items.size() - 1))));
    }
}
