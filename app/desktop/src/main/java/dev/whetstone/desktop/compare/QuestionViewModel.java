package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Asked;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Explaining;
import dev.whetstone.services.judge.Desk;
import dev.whetstone.services.judge.Step;
import dev.whetstone.services.pair.PairRef;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one question about a sentence that has two meanings. Only an answer or a pick makes one of
/// them a rule; it is on the disk before the page closes.
public final class QuestionViewModel {
    private final Explaining explaining;
    private final Desk desk;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding open =
            Bindings.createBooleanBinding(() -> asked.get().isPresent(), asked);
    private Runnable then = () -> {};
    private boolean answering;

    QuestionViewModel(
            Explaining explaining,
            Desk desk,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.explaining = explaining;
        this.desk = desk;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public BooleanBinding open() {
        return open;
    }

    /// What to ask about a saved sentence; not for the JavaFX thread.
    Optional<Asked> find(UUID comparison, Explanation sentence, Map<String, String> answers) {
        return explaining.asking().question(comparison, sentence, answers, desk);
    }

    /// Takes back what an answer did besides its choice; not for the JavaFX thread.
    void takenBack(Step step) {
        explaining.asking().takenBack(step);
    }

    /// Does it again; not for the JavaFX thread.
    void doneAgain(Step step) {
        explaining.asking().doneAgain(step);
    }

    /// @param afterwards runs when the question is answered or put off
    void ask(Asked question, Runnable afterwards) {
        then = afterwards;
        answering = false;
        asked.set(Optional.of(question));
    }

    /// Closes the question without going on; it waits in Rules.
    void drop() {
        asked.set(Optional.empty());
    }

    /// The stored index of the reply at a side, 0 left and 1 right.
    public static int reply(Asked question, int side) {
        PairRef pair = question.deciding().pair().ref();
        boolean aIsLeft =
                question.showing().position(pair.a()) < question.showing().position(pair.b());
        return (side == 0) == aIsLeft ? pair.a() : pair.b();
    }

    /// The meaning that an answer would make a rule: 1 or 2; 0 for neither.
    ///
    /// @param side 0 left, 1 right, -1 equally good
    public static int meaning(Asked question, int side) {
        return question.deciding()
                .picked(ranking(question, side))
                .map(picked -> picked.equals(question.deciding().first()) ? 1 : 2)
                .orElse(0);
    }

    private static Ranking ranking(Asked question, int side) {
        int left = reply(question, 0);
        int right = reply(question, 1);
        return switch (side) {
            case 0 -> Ranking.prefer(left, right);
            case 1 -> Ranking.prefer(right, left);
            default -> Ranking.tie(left, right);
        };
    }

    /// @param side 0 left, 1 right
    public void prefer(int side) {
        answer(side);
    }

    public void tie() {
        answer(-1);
    }

    private void answer(int side) {
        asked.get()
                .ifPresent(
                        question ->
                                settle(
                                        () ->
                                                explaining
                                                        .asking()
                                                        .answer(
                                                                question,
                                                                ranking(question, side),
                                                                desk)));
    }

    /// Makes a meaning a rule without choosing between the replies.
    ///
    /// @param meaning 0 for the first, 1 for the second
    public void pick(int meaning) {
        asked.get()
                .ifPresent(
                        question -> {
                            Candidate picked =
                                    meaning == 0
                                            ? question.deciding().first()
                                            : question.deciding().second();
                            settle(
                                    () -> {
                                        var unused =
                                                explaining.accept(
                                                        question.comparisonId(),
                                                        question.explanation(),
                                                        picked);
                                        return Optional.of(picked);
                                    });
                        });
    }

    /// Puts the question off: the sentence waits in Rules.
    public void later() {
        if (open.get() && !answering) {
            close();
        }
    }

    private void settle(Work.Body<Optional<Candidate>> body) {
        if (answering) {
            return;
        }
        answering = true;
        var unused =
                runner.run(
                        Work.of(
                                "",
                                body,
                                picked -> {
                                    feedback.saved();
                                    feedback.tell(
                                            picked.map(
                                                            rule ->
                                                                    messages.t(
                                                                            "question.counts",
                                                                            rule.sentence()))
                                                    .orElse(messages.t("question.neither")));
                                    close();
                                },
                                failure -> {
                                    answering = false;
                                    feedback.failed(failure);
                                }));
    }

    private void close() {
        asked.set(Optional.empty());
        then.run();
    }
}
