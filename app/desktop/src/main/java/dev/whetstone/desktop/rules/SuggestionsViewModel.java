package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import dev.whetstone.services.rules.Rules;
import dev.whetstone.services.rules.Suggestions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Rules that were mined from choices, asked one by one. A suggestion votes only when somebody said
/// yes; one that was turned down is kept, paused, so that it is not asked again.
public final class SuggestionsViewModel {
    private static final double CHANCE = .1;
    private static final int MOST = 10;
    private static final int STEPS = 40;

    private final Rules rules;
    private final RulesViewModel list;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new Idle(Optional.empty()));
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final Map<UUID, String> questions = new HashMap<>();
    private final Set<UUID> later = new HashSet<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /// What is to be seen of it.
    public sealed interface State {}

    /// Nothing is asked.
    ///
    /// @param last what the last search found; empty before the first
    public record Idle(Optional<Suggestions> last) implements State {}

    /// @param of patterns to test; 0 when not known yet
    public record Searching(int done, int of) implements State {}

    /// @param number of the question, from 1, of `of`
    public record Asked(RuleRow rule, String question, int number, int of) implements State {}

    public SuggestionsViewModel(
            Rules rules,
            RulesViewModel list,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.rules = rules;
        this.list = list;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
        state.subscribe(now -> asking.set(now instanceof Asked));
        list.loadsProperty().subscribe(loads -> refresh());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a question waits for its answer.
    public BooleanProperty askingProperty() {
        return asking;
    }

    public long waiting() {
        return list.count(RuleState.SUGGESTED);
    }

    /// Looks for more; what was put off is asked again.
    public void search() {
        if (state.get() instanceof Searching) {
            return;
        }
        stopped.set(false);
        later.clear();
        state.set(new Searching(0, 0));
        var unused =
                runner.run(
                        Work.of(
                                "rule-suggestions",
                                this::mine,
                                this::found,
                                failure -> {
                                    state.set(new Idle(Optional.empty()));
                                    feedback.failed(failure);
                                }));
    }

    private Optional<Suggestions> mine() {
        try {
            return Optional.of(rules.suggest(CHANCE, MOST, this::tested));
        } catch (CancellationException stop) {
            return Optional.empty();
        }
    }

    private void tested(int done, int of) {
        if (stopped.get()) {
            throw new CancellationException("the search was stopped");
        }
        if (done % Math.max(1, of / STEPS) == 0) {
            runner.onScreen(() -> progress(done, of));
        }
    }

    private void progress(int done, int of) {
        if (state.get() instanceof Searching) {
            state.set(new Searching(done, of));
        }
    }

    /// Stops the search; nothing of it is kept.
    public void stop() {
        stopped.set(true);
    }

    private void found(Optional<Suggestions> suggestions) {
        state.set(new Idle(suggestions));
        suggestions.ifPresent(
                found -> found.added().forEach(one -> questions.put(one.id(), one.question())));
        list.load();
    }

    private void refresh() {
        if (state.get() instanceof Searching) {
            return;
        }
        List<RuleRow> open = open();
        if (open.isEmpty()) {
            state.set(state.get() instanceof Idle idle ? idle : new Idle(Optional.empty()));
        } else {
            RuleRow next = open.getFirst();
            int all = (int) waiting();
            state.set(new Asked(next, question(next), all - open.size() + 1, all));
        }
    }

    private String question(RuleRow row) {
        String mined = questions.get(row.id());
        return mined == null
                ? messages.t("rules.suggested.question", RuleWords.title(row.sentence()))
                : mined;
    }

    /// Opens the rule that is asked about below, with its effect.
    public void show() {
        if (state.get() instanceof Asked asked) {
            list.open(asked.rule());
        }
    }

    /// Yes: the rule votes from now on.
    public void accept() {
        answer(rules::activate, messages.t("rules.suggested.accepted"));
    }

    /// No: nothing of it stays, and it is not asked again.
    public void decline() {
        answer(rules::decline, messages.t("rules.suggested.declined"));
    }

    private interface Answer {
        void about(UUID rule);
    }

    private void answer(Answer answer, String told) {
        if (state.get() instanceof Asked asked) {
            UUID rule = asked.rule().id();
            UUID next = after(rule);
            state.set(new Idle(Optional.empty()));
            list.write(
                    () -> {
                        answer.about(rule);
                        return next;
                    },
                    told);
        }
    }

    /// The one that is asked about next; the same where it is the last.
    private UUID after(UUID rule) {
        return open().stream()
                .map(RuleRow::id)
                .filter(id -> !id.equals(rule))
                .findFirst()
                .orElse(rule);
    }

    private List<RuleRow> open() {
        return list.all().stream()
                .filter(row -> row.state() == RuleState.SUGGESTED && !later.contains(row.id()))
                .toList();
    }

    /// Not now: the next one is asked.
    public void later() {
        if (state.get() instanceof Asked asked) {
            later.add(asked.rule().id());
            refresh();
            show();
        }
    }
}
