package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.DeskProgress;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Saved;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Standing;
import dev.whetstone.services.judge.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// The desk: the comparison in front of the expert and the verdict under way. The desk's writes run
/// off the JavaFX thread, one after the other; keys pressed meanwhile wait their turn, none is
/// lost.
public final class CompareViewModel {
    private final Desk desk;
    private final WhyViewModel why;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Showing>> showing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(Verdict.none(2));
    private final ReadOnlyObjectWrapper<Optional<DeskProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final IntegerProperty focused = new SimpleIntegerProperty();
    private final BooleanProperty differences = new SimpleBooleanProperty();
    private final BooleanProperty scrollTogether = new SimpleBooleanProperty();
    private final BooleanBinding hasShowing =
            Bindings.createBooleanBinding(() -> showing.get().isPresent(), showing);
    private final BooleanBinding canSave =
            Bindings.createBooleanBinding(
                    () -> hasShowing.get() && draft().isVerdict(), verdict, showing);
    private final BooleanBinding isPair =
            Bindings.createBooleanBinding(
                    () -> showing.get().map(s -> s.responses().size() == 2).orElse(false), showing);
    private final BooleanBinding isRanking = hasShowing.and(isPair.not());
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    public CompareViewModel(
            Desk desk, WhyViewModel why, TaskRunner runner, Feedback feedback, Messages messages) {
        this.desk = desk;
        this.why = why;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        why.onChanged(this::keepDraft);
    }

    public ReadOnlyObjectProperty<Optional<Showing>> showingProperty() {
        return showing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<DeskProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// False until the first answer of the desk.
    public BooleanProperty loadedProperty() {
        return loaded;
    }

    /// Screen position of the focused response, from 0.
    public IntegerProperty focusedProperty() {
        return focused;
    }

    public BooleanProperty differencesProperty() {
        return differences;
    }

    public BooleanProperty scrollTogetherProperty() {
        return scrollTogether;
    }

    public BooleanBinding hasShowing() {
        return hasShowing;
    }

    public BooleanBinding canSave() {
        return canSave;
    }

    public BooleanBinding isPair() {
        return isPair;
    }

    public BooleanBinding isRanking() {
        return isRanking;
    }

    public WhyViewModel why() {
        return why;
    }

    /// Shows the comparison in front of this person.
    public void load() {
        why.prepare();
        ask(desk::current);
    }

    public void open(UUID comparison) {
        ask(() -> desk.open(comparison));
    }

    public void forward() {
        ask(desk::next);
    }

    public void back() {
        ask(
                () -> {
                    Optional<Showing> previous = desk.previous();
                    return previous.isPresent() ? previous : desk.current();
                });
    }

    /// Prefers the response at a screen position, from 0; for two responses.
    public void prefer(int position) {
        inTurn(() -> showing.get().ifPresent(s -> change(now().prefer(s.storedIndex(position)))));
    }

    public void tie() {
        inTurn(() -> change(now().tie()));
    }

    public void bothBad() {
        inTurn(() -> change(now().allBad()));
    }

    public void strength(Strength strength) {
        inTurn(() -> change(now().withStrength(strength)));
    }

    public void toggleAcceptable() {
        inTurn(
                () ->
                        change(
                                now().withAcceptable(
                                                now().acceptable() == Acceptable.YES
                                                        ? Acceptable.NO
                                                        : Acceptable.YES)));
    }

    /// Puts the focused response at a place from 1, or takes it out with 0; the focus moves on to
    /// the next response without a place.
    public void place(int place) {
        inTurn(
                () ->
                        showing.get()
                                .filter(s -> place <= s.responses().size())
                                .ifPresent(
                                        s -> {
                                            int index = s.storedIndex(focused.get());
                                            change(now().place(index, place));
                                            focusNextFree(s);
                                        }));
    }

    private void focusNextFree(Showing s) {
        int n = s.responses().size();
        for (int step = 1; step < n; step++) {
            int position = (focused.get() + step) % n;
            if (now().slots().get(s.storedIndex(position)) == 0) {
                focused.set(position);
                return;
            }
        }
    }

    /// Moves the focus by `step` positions, around the ends.
    public void moveFocus(int step) {
        showing.get()
                .ifPresent(
                        s ->
                                focused.set(
                                        Math.floorMod(focused.get() + step, s.responses().size())));
    }

    /// Saves the verdict for good, then shows the next comparison.
    public void save() {
        if (!canSave.get() && !busy) {
            feedback.tell(messages.t("compare.choose-first"));
            return;
        }
        inTurn(
                () -> {
                    Draft draft = draft();
                    if (!draft.isVerdict()) {
                        return;
                    }
                    step(
                            () -> {
                                Saved saved = desk.save(draft);
                                why.judged(saved.comparisonId());
                                return desk.next();
                            },
                            next -> {
                                feedback.saved();
                                show(next);
                            });
                });
    }

    public void skip() {
        inTurn(
                () ->
                        step(
                                () -> {
                                    desk.skip();
                                    return desk.next();
                                },
                                this::show));
    }

    public void flag(String reason) {
        inTurn(
                () ->
                        step(
                                () -> {
                                    desk.flag(reason);
                                    return desk.next();
                                },
                                next -> {
                                    feedback.tell(messages.t("compare.flagged"));
                                    show(next);
                                }));
    }

    public void undo() {
        inTurn(() -> step(desk::undo, taken -> stepped(taken, messages.t("compare.undo.none"))));
    }

    public void redo() {
        inTurn(() -> step(desk::redo, taken -> stepped(taken, messages.t("compare.redo.none"))));
    }

    private void stepped(Optional<Step> taken, String none) {
        taken.ifPresentOrElse(
                step -> {
                    feedback.saved();
                    feedback.tell(messages.t("compare.undone", step.name()));
                    show(Optional.of(step.showing()));
                },
                () -> feedback.tell(none));
    }

    /// The showing, when the verdict is about it; empty while the desk moves on.
    public Optional<Showing> settled() {
        return showing.get().filter(s -> s.responses().size() == now().slots().size());
    }

    public Draft draft() {
        return now().draft(why.explanation());
    }

    public boolean judged() {
        return showing.get().map(s -> s.standing() == Standing.JUDGED).orElse(false);
    }

    private Verdict now() {
        return verdict.get();
    }

    private void change(Verdict newVerdict) {
        if (hasShowing.get()) {
            verdict.set(newVerdict);
            why.setRanking(newVerdict.ranking());
            keepDraft();
        }
    }

    private void keepDraft() {
        if (hasShowing.get()) {
            desk.draft(draft());
        }
    }

    private void ask(Work.Body<Optional<Showing>> body) {
        inTurn(() -> step(body, this::show));
    }

    private void show(Optional<Showing> next) {
        loaded.set(true);
        // one after the other: who looks in between sees that verdict and showing do not fit
        showing.set(next);
        next.ifPresent(
                s -> {
                    verdict.set(Verdict.of(s.draft(), s.responses().size()));
                    focused.set(0);
                    why.load(s);
                });
    }

    private void inTurn(Runnable command) {
        if (busy) {
            waiting.add(command);
        } else {
            command.run();
        }
    }

    private <T> void step(Work.Body<T> body, java.util.function.Consumer<T> done) {
        busy = true;
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () -> new Turn<>(body.run(), desk.progress()),
                                turn -> {
                                    progress.set(Optional.of(turn.progress()));
                                    done.accept(turn.result());
                                    free();
                                },
                                failure -> {
                                    feedback.failed(failure);
                                    free();
                                }));
    }

    private void free() {
        busy = false;
        while (!busy && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private record Turn<T>(T result, DeskProgress progress) {}
}
