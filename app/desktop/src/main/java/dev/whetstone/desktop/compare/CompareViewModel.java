package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Asked;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.DeskProgress;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Saved;
import dev.whetstone.services.judge.Showing;
import dev.whetstone.services.judge.Step;
import java.util.Map;
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
    private final QuestionViewModel question;
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
    private final Turns turns;

    public CompareViewModel(
            Desk desk,
            WhyViewModel why,
            Explaining explaining,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.desk = desk;
        this.question = new QuestionViewModel(explaining, desk, runner, feedback, messages);
        this.turns = new Turns(runner, feedback, question.open()::get);
        this.why = why;
        this.feedback = feedback;
        this.messages = messages;
        why.onChanged(this::keepDraft);
    }

    /// The question about a sentence with two meanings, in the desk's place while it is open.
    public QuestionViewModel question() {
        return question;
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
        question.drop();
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
        turns.take(
                () -> showing.get().ifPresent(s -> change(now().prefer(s.storedIndex(position)))));
    }

    public void tie() {
        turns.take(() -> change(now().tie()));
    }

    public void bothBad() {
        turns.take(() -> change(now().allBad()));
    }

    public void strength(Strength strength) {
        turns.take(() -> change(now().withStrength(strength)));
    }

    public void toggleAcceptable() {
        turns.take(
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
        turns.take(
                () ->
                        showing.get()
                                .filter(s -> place <= s.responses().size())
                                .ifPresent(
                                        s -> {
                                            int index = s.storedIndex(focused.get());
                                            change(now().place(index, place));
                                            focused.set(now().nextFree(s, focused.get()));
                                        }));
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
        if (!canSave.get() && !turns.busy()) {
            feedback.tell(messages.t("compare.choose-first"));
            return;
        }
        turns.take(
                () -> {
                    Draft draft = draft();
                    if (!draft.isVerdict()) {
                        return;
                    }
                    boolean several = why.hasOpenMeanings();
                    Map<String, String> given = why.answers();
                    step(
                            () -> {
                                Saved saved = desk.save(draft);
                                why.judged(saved.comparisonId());
                                Optional<Asked> asked =
                                        several
                                                ? question.find(
                                                        saved.comparisonId(),
                                                        draft.explanation(),
                                                        given)
                                                : Optional.empty();
                                return new After(
                                        asked, asked.isEmpty() ? desk.next() : Optional.empty());
                            },
                            after -> {
                                feedback.saved();
                                after.asked()
                                        .ifPresentOrElse(
                                                asked -> question.ask(asked, this::goOn),
                                                () -> show(after.next()));
                            });
                });
    }

    private void goOn() {
        step(desk::next, this::show);
    }

    /// Asks about a sentence of a saved judgement, when it has two meanings that make a difference.
    ///
    /// @param then runs when it is answered or put off, or when there is nothing to ask
    public void ask(UUID comparison, Explanation sentence, Runnable then) {
        turns.take(
                () ->
                        step(
                                () -> question.find(comparison, sentence, Map.of()),
                                found -> asked(found, then)));
    }

    private void asked(Optional<Asked> found, Runnable then) {
        Runnable over =
                () -> {
                    turns.resume();
                    then.run();
                };
        if (found.isPresent()) {
            question.ask(found.get(), over);
        } else {
            feedback.tell(messages.t("question.none"));
            then.run();
        }
    }

    public void skip() {
        turns.take(
                () ->
                        step(
                                () -> {
                                    desk.skip();
                                    return desk.next();
                                },
                                this::show));
    }

    public void flag(String reason) {
        turns.take(
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

    /// Takes the last action back; an answer to a question with the rule that it made.
    public void undo() {
        if (question.open().get()) {
            question.drop();
            turns.forget();
        }
        turns.take(
                () ->
                        step(
                                () -> {
                                    Optional<Step> taken = desk.undo();
                                    taken.ifPresent(question::takenBack);
                                    return taken;
                                },
                                taken -> stepped(taken, messages.t("compare.undo.none"))));
    }

    public void redo() {
        turns.take(
                () ->
                        step(
                                () -> {
                                    Optional<Step> again = desk.redo();
                                    again.ifPresent(question::doneAgain);
                                    return again;
                                },
                                again -> stepped(again, messages.t("compare.redo.none"))));
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
        turns.take(() -> step(body, this::show));
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

    private <T> void step(Work.Body<T> body, java.util.function.Consumer<T> done) {
        turns.work(
                () -> new Turn<>(body.run(), desk.progress()),
                turn -> {
                    progress.set(Optional.of(turn.progress()));
                    done.accept(turn.result());
                });
    }

    private record Turn<T>(T result, DeskProgress progress) {}

    /// What follows a saved choice: a question about its sentence, or the next comparison.
    private record After(Optional<Asked> asked, Optional<Showing> next) {}
}
