package dev.whetstone.desktop.detect;

import dev.whetstone.core.detect.TextScores;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detect.Recipe;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.detectors.Detectors;
import dev.whetstone.services.detectors.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The detectors of the project, the one that is looked at, and what is done with it.
public final class DetectorsViewModel {
    /// Replies that a detector reads when it has learnt, so that there is something to look at.
    static final int FIRST_LOOK = 500;

    private final Detectors detectors;
    private final String person;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final UndoLog undo = new UndoLog();
    private final WorkViewModel work;
    private final MarkViewModel marks;
    private final FoundViewModel found;
    private final NewViewModel making;
    private final ObservableList<DetectorRow> rows = FXCollections.observableArrayList();
    private final ObservableList<DetectorRow> rowsView =
            FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<DetectorRow>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.MARK);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper votesWaiting = new ReadOnlyLongWrapper();
    private List<Waiting> waits = List.of();
    private String wanted = "";

    /// What the screen's lower part shows.
    enum Page {
        MARK,
        FOUND,
        NEW
    }

    /// What a rule makes of a detector.
    enum Use {
        BETTER,
        WORSE,
        HIGHER
    }

    public DetectorsViewModel(
            Detectors detectors,
            String person,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.detectors = detectors;
        this.person = person;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        this.work = new WorkViewModel(runner, feedback);
        this.marks =
                new MarkViewModel(detectors, person, runner, feedback, messages, undo, this::load);
        this.found = new FoundViewModel(detectors, runner, feedback);
        this.making =
                new NewViewModel(detectors, person, runner, feedback, this::isTaken, this::made);
        page.subscribe(
                now -> {
                    if (now == Page.FOUND) {
                        name().ifPresent(found::open);
                    }
                });
    }

    private boolean isTaken(String name) {
        return rows.stream().anyMatch(row -> row.name().equals(name));
    }

    public ObservableList<DetectorRow> rows() {
        return rowsView;
    }

    ReadOnlyObjectProperty<Optional<DetectorRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Votes that rules do not give because a detector has not read their texts.
    ReadOnlyLongProperty waitingProperty() {
        return votesWaiting.getReadOnlyProperty();
    }

    /// The same of one detector.
    long waiting(String name) {
        return waits.stream()
                .filter(each -> each.detectors().contains(name))
                .mapToLong(Waiting::pairs)
                .sum();
    }

    WorkViewModel work() {
        return work;
    }

    MarkViewModel marks() {
        return marks;
    }

    FoundViewModel found() {
        return found;
    }

    NewViewModel making() {
        return making;
    }

    UndoLog undo() {
        return undo;
    }

    /// Reads the list anew; the chosen one stays chosen. What rules wait for comes when their votes
    /// are counted.
    public void load() {
        var unused =
                runner.run(
                        Work.of(
                                "detectors",
                                () -> {
                                    List<DetectorRow> listed = detectors.list();
                                    runner.onScreen(() -> show(listed));
                                    return detectors.waiting();
                                },
                                this::showWaiting,
                                feedback::failed));
    }

    private void show(List<DetectorRow> listed) {
        String open = wanted.isEmpty() ? chosen.get().map(DetectorRow::name).orElse("") : wanted;
        wanted = "";
        rows.setAll(listed);
        loaded.set(true);
        Optional<DetectorRow> next =
                rows.stream()
                        .filter(row -> row.name().equals(open))
                        .findFirst()
                        .or(() -> rows.stream().findFirst());
        next.ifPresentOrElse(this::choose, () -> chosen.set(Optional.empty()));
    }

    private void showWaiting(List<Waiting> waiting) {
        waits = waiting;
        votesWaiting.set(waits.stream().mapToLong(Waiting::pairs).sum());
    }

    /// Opens a detector; one that cannot be asked yet at its marks, another at what it finds.
    void choose(DetectorRow row) {
        boolean other = !chosen.get().map(DetectorRow::name).equals(Optional.of(row.name()));
        chosen.set(Optional.of(row));
        marks.open(row);
        if (other) {
            boolean learns = row.state() == DetectorRow.State.UNTRAINED;
            page.set(learns ? Page.MARK : Page.FOUND);
        }
        if (page.get() == Page.FOUND) {
            found.open(row.name());
        }
    }

    private Optional<String> name() {
        return chosen.get().map(DetectorRow::name);
    }

    void startNew() {
        making.clear();
        page.set(Page.NEW);
    }

    /// Back from making a new one.
    void leaveNew() {
        page.set(
                chosen.get().filter(row -> row.state() != DetectorRow.State.UNTRAINED).isPresent()
                        ? Page.FOUND
                        : Page.MARK);
    }

    private void made(DetectorRow row) {
        feedback.tell(messages.t("detect.made", row.name()));
        undo.did(messages.t("detect.undo.made", row.name()), () -> remove(row.name(), gone -> {}));
        wanted = row.name();
        page.set(Page.MARK);
        load();
        if (!(row.recipe() instanceof Recipe.Head)) {
            train(row.name());
        }
    }

    /// Whether the chosen one has what it learns from.
    boolean canLearn() {
        return chosen.get()
                .filter(
                        row ->
                                !(row.recipe() instanceof Recipe.Head)
                                        || new MarkViewModel.Count(row.yes(), row.no()).suffices())
                .isPresent();
    }

    /// Lets the chosen detector learn, and then look at some replies.
    void train() {
        if (canLearn()) {
            name().ifPresent(this::train);
        }
    }

    private void train(String name) {
        if (work.isBusy()) {
            return;
        }
        work.follow(name, detectors.train(name, person), row -> trained(row.name()), this::load);
    }

    private void trained(String name) {
        feedback.saved();
        feedback.tell(messages.t("detect.learnt", name));
        wanted = name;
        load();
        read(name, FIRST_LOOK);
    }

    /// Lets the chosen detector read so many replies in all.
    void read(int most) {
        name().ifPresent(name -> read(name, most));
    }

    private void read(String name, int most) {
        if (!work.isBusy()) {
            work.follow(
                    name,
                    detectors.replies().read(name, most),
                    report -> {
                        if (name().equals(Optional.of(name))) {
                            page.set(Page.FOUND);
                        }
                        load();
                    },
                    this::load);
        }
    }

    /// Lets all detectors read what rules ask them about.
    void readForRules() {
        if (!work.isBusy()) {
            work.follow(
                    "",
                    detectors.run(List.of()),
                    report -> {
                        feedback.tell(messages.t("detect.ran", report.read()));
                        load();
                    },
                    this::load);
        }
    }

    /// Asks about the listed replies that nobody has marked.
    void markListed() {
        marks.these(found.unmarked());
        page.set(Page.MARK);
    }

    void rename(String to) {
        name().filter(name -> !name.equals(to.strip()) && !to.isBlank())
                .ifPresent(
                        name ->
                                rename(
                                        name,
                                        to.strip(),
                                        now ->
                                                undo.did(
                                                        messages.t("detect.undo.rename", name, now),
                                                        () -> rename(now, name, back -> {}))));
    }

    private void rename(String from, String to, Consumer<String> then) {
        write(
                () -> detectors.rename(from, to, person).name(),
                messages.t("detect.renamed", from, to),
                then);
    }

    void remove() {
        name().ifPresent(
                        name ->
                                remove(
                                        name,
                                        gone ->
                                                undo.did(
                                                        messages.t("detect.undo.removed", name),
                                                        () -> restore(name))));
    }

    private void remove(String name, Consumer<String> then) {
        write(
                () -> {
                    detectors.remove(name, person);
                    return "";
                },
                messages.t("detect.removed", name),
                then);
    }

    private void restore(String name) {
        write(
                () -> detectors.restore(name, person).name(),
                messages.t("detect.restored", name),
                back -> {});
    }

    /// @param body gives the name of the detector to open afterwards; empty for any
    private void write(Work.Body<String> body, String told, Consumer<String> then) {
        var unused =
                runner.run(
                        Work.of(
                                "",
                                body,
                                open -> {
                                    feedback.saved();
                                    feedback.tell(told);
                                    then.accept(open);
                                    wanted = open;
                                    load();
                                },
                                feedback::failed));
    }

    /// A first text of a rule that asks the chosen detector; empty while it cannot be asked.
    Optional<RuleStart> rule(Use use) {
        return chosen.get()
                .filter(row -> row.state() != DetectorRow.State.UNTRAINED)
                .map(
                        row ->
                                new RuleStart(
                                        messages.t("detect.rule.for", row.name()),
                                        text(row.name(), use),
                                        List.of()));
    }

    private String text(String name, Use use) {
        double from = found.thresholdProperty().get();
        String condition =
                from == TextScores.THRESHOLD
                        ? "detects(X, #" + name + ")"
                        : String.format(Locale.ROOT, "score(X, #%s) >= %.2f", name, from);
        return switch (use) {
            case BETTER -> "good(X) when " + condition;
            case WORSE -> "bad(X) when " + condition;
            case HIGHER -> "prefer higher score(X, #" + name + ")";
        };
    }
}
