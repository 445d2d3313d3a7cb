package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The rules of the project, the one under edit, and what the edit would do.
public final class RulesViewModel {
    private final Rules rules;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final LivePreview edit;
    private final ObservableList<RuleRow> all = FXCollections.observableArrayList();
    private final ObservableList<RuleRow> allView = FXCollections.unmodifiableObservableList(all);
    private final FilteredList<RuleRow> filtered = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<RuleRow>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<RuleStart>> start =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuleState>> onlyState =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper loads = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unexplained = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<List<Rules.Completion>> completions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, List<String>>> concepts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final BooleanBinding canSave;
    private Optional<UUID> wanted = Optional.empty();
    private Optional<CandidateSaver> candidate = Optional.empty();

    /// Makes a rule of a sentence's reading, as it stands in the editor.
    @FunctionalInterface
    interface CandidateSaver {
        UUID save(String name, String text);
    }

    public RulesViewModel(
            Rules rules, String person, TaskRunner runner, Feedback feedback, Messages messages) {
        this.rules = rules;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        this.edit = new LivePreview(rules, runner, feedback::failed, "rule-edit");
        this.canSave =
                Bindings.createBooleanBinding(
                        this::savable, edit.previewProperty(), edit.textProperty(), name, current);
        filter.subscribe(text -> refilter());
    }

    private void refilter() {
        filtered.setPredicate(new RuleFilter(filter.get(), onlyState.get()));
    }

    private boolean savable() {
        if (!(edit.previewProperty().get().orElse(null) instanceof Preview.Counted)) {
            return false;
        }
        return current.get().isEmpty() || isEdited();
    }

    public ObservableList<RuleRow> rows() {
        return filtered;
    }

    public ObservableList<RuleRow> all() {
        return allView;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /// The saved rule under edit; empty while a new one is written.
    public ReadOnlyObjectProperty<Optional<RuleRow>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public LivePreview edit() {
        return edit;
    }

    /// Whether the editor is open.
    public BooleanProperty editingProperty() {
        return editing;
    }

    public BooleanProperty loadedProperty() {
        return loaded;
    }

    /// For which pairs a new rule is written; empty where for none in particular.
    public ReadOnlyObjectProperty<Optional<RuleStart>> startProperty() {
        return start.getReadOnlyProperty();
    }

    /// Grows each time a rule is opened, or the open one comes back from a change.
    ReadOnlyIntegerProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// Grows each time the list was read.
    ReadOnlyIntegerProperty loadsProperty() {
        return loads.getReadOnlyProperty();
    }

    /// Choices that no active rule votes for; -1 until they are counted.
    public ReadOnlyIntegerProperty unexplainedProperty() {
        return unexplained.getReadOnlyProperty();
    }

    /// Rules of this state only; all where it is empty.
    public ReadOnlyObjectProperty<Optional<RuleState>> onlyStateProperty() {
        return onlyState.getReadOnlyProperty();
    }

    public void showOnly(Optional<RuleState> state) {
        onlyState.set(state);
        refilter();
    }

    public ReadOnlyObjectProperty<List<Rules.Completion>> completionsProperty() {
        return completions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<String, List<String>>> conceptsProperty() {
        return concepts.getReadOnlyProperty();
    }

    public BooleanBinding canSave() {
        return canSave;
    }

    public long count(RuleState state) {
        return all.stream().filter(row -> row.state() == state).count();
    }

    /// Reads the list anew; the open rule stays open. The rules come at once, their figures when
    /// they are counted.
    public void load() {
        var unused =
                runner.run(
                        Work.of(
                                "rules",
                                () -> {
                                    Listed listed =
                                            new Listed(
                                                    rules.listed(),
                                                    rules.completions(),
                                                    rules.concepts());
                                    runner.onScreen(() -> show(listed));
                                    return new Counted(
                                            rules.list(
                                                    some ->
                                                            runner.onScreen(
                                                                    () -> showFigures(some))),
                                            rules.unexplained());
                                },
                                this::show,
                                feedback::failed));
    }

    private record Listed(
            List<RuleRow> rows,
            List<Rules.Completion> completions,
            Map<String, List<String>> concepts) {}

    private record Counted(List<RuleRow> rows, int unexplained) {}

    private void show(Listed fresh) {
        completions.set(fresh.completions());
        concepts.set(fresh.concepts());
        all.setAll(RuleRow.withFigures(fresh.rows(), all));
        loaded.set(true);
        loads.set(loads.get() + 1);
        if (wanted.isEmpty() && current.get().isEmpty() && editing.get()) {
            return;
        }
        Optional<UUID> open = wanted.or(() -> current.get().map(RuleRow::id));
        boolean unsaved = wanted.isEmpty() && isEdited();
        wanted = Optional.empty();
        open.flatMap(this::row)
                .or(() -> all.stream().findFirst())
                .ifPresent(
                        newest -> {
                            if (unsaved) {
                                current.set(Optional.of(newest));
                            } else {
                                open(newest);
                            }
                        });
    }

    private void show(Counted fresh) {
        unexplained.set(fresh.unexplained());
        showFigures(fresh.rows());
    }

    /// Of the rules that are listed; the list itself stays as it is.
    private void showFigures(List<RuleRow> some) {
        all.setAll(RuleRow.withFigures(all, some));
        current.get()
                .flatMap(row -> row(row.id()))
                .ifPresent(newest -> current.set(Optional.of(newest)));
    }

    private Optional<RuleRow> row(UUID id) {
        return all.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Opens the rule of that id, at once or when the list has come.
    public void select(UUID rule) {
        wanted = Optional.of(rule);
        row(rule)
                .ifPresent(
                        row -> {
                            wanted = Optional.empty();
                            open(row);
                        });
    }

    /// Whether the open rule's text or name was changed and not saved.
    private boolean isEdited() {
        return current.get()
                .filter(
                        row ->
                                !row.text().equals(edit.textProperty().get())
                                        || !row.name().equals(name.get()))
                .isPresent();
    }

    public void open(RuleRow row) {
        candidate = Optional.empty();
        current.set(Optional.of(row));
        name.set(row.name());
        start.set(Optional.empty());
        edit.start(row.id(), row.text());
        editing.set(true);
        opened.set(opened.get() + 1);
    }

    /// Opens an empty editor.
    public void startNew() {
        startNew("");
    }

    /// Opens a new rule with a first text.
    void startNew(String text) {
        begin(text, Optional.empty(), Optional.empty());
    }

    /// Opens an editor for these pairs.
    public void startNew(RuleStart from) {
        begin(from.text(), Optional.empty(), Optional.of(from));
    }

    /// Opens a reading that waits; saving makes it a rule of its sentence.
    void startWith(String text, CandidateSaver saver) {
        begin(text, Optional.of(saver), Optional.empty());
    }

    private void begin(String text, Optional<CandidateSaver> saver, Optional<RuleStart> from) {
        candidate = saver;
        wanted = Optional.empty();
        current.set(Optional.empty());
        name.set("");
        start.set(from);
        edit.start(RuleRow.NO_COMPARISON, text, from.map(RuleStart::pairs).orElse(List.of()));
        editing.set(true);
        opened.set(opened.get() + 1);
    }

    public void save() {
        if (!canSave.get()) {
            return;
        }
        String text = edit.textProperty().get();
        String newName = name.get();
        Optional<RuleRow> row = current.get();
        Optional<CandidateSaver> saver = candidate;
        write(
                () -> {
                    if (saver.isPresent()) {
                        return saver.get().save(newName, text);
                    }
                    if (row.isPresent()) {
                        rules.edit(row.get().id(), newName, text, person);
                        return row.get().id();
                    }
                    return rules.add(newName, text, person);
                },
                messages.t("rules.saved"));
    }

    /// Pauses an active rule, activates any other.
    public void toggle() {
        current.get()
                .ifPresent(
                        row -> {
                            boolean active = row.state() == RuleState.ACTIVE;
                            write(
                                    () -> {
                                        if (active) {
                                            rules.pause(row.id());
                                        } else {
                                            rules.activate(row.id());
                                        }
                                        return row.id();
                                    },
                                    active
                                            ? messages.t(
                                                    "rules.paused", RuleWords.title(row.sentence()))
                                            : messages.t(
                                                    "rules.activated",
                                                    RuleWords.title(row.sentence())));
                        });
    }

    /// Puts `replacement` in place of the stretch that an error names.
    public void mend(Preview.Broken broken, String replacement) {
        replace(broken.offset(), broken.length(), replacement);
    }

    /// Puts a word list's name in the place of one that is not there.
    void mend(Preview.Missing missing, String name) {
        replace(missing.offset(), missing.name().length() + 1, "@" + name);
    }

    private void replace(int offset, int length, String replacement) {
        String text = edit.textProperty().get();
        int start = Math.clamp(offset, 0, text.length());
        int end = Math.clamp((long) start + length, start, text.length());
        edit.textProperty().set(text.substring(0, start) + replacement + text.substring(end));
    }

    /// The word lists are others now: the open text is counted anew.
    void listsChanged(Map<String, List<String>> lists) {
        concepts.set(lists);
        edit.recount();
    }

    /// Writes in the background, then reads the list anew with that rule open.
    void write(Work.Body<UUID> body, String told) {
        var unused =
                runner.run(
                        Work.of(
                                "",
                                body,
                                id -> {
                                    feedback.saved();
                                    feedback.tell(told);
                                    wanted = Optional.of(id);
                                    load();
                                },
                                feedback::failed));
    }
}
