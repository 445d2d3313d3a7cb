package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A rule's text under edit. Every change votes first on the pairs in sight and then on the whole
/// project, in the background; the next change gives up what runs.
public final class LivePreview {
    private final Rules rules;
    private final TaskRunner runner;
    private final Consumer<Throwable> failed;
    private final String key;
    private final AtomicLong newest = new AtomicLong();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview.Counted>> lastGood =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<PairRef, Integer>> glance =
            new ReadOnlyObjectWrapper<>(Map.of());
    private List<PairRef> watched = List.of();
    private UUID ruleId = RuleRow.NO_COMPARISON;

    /// @param key latest-wins key of the task runner
    public LivePreview(Rules rules, TaskRunner runner, Consumer<Throwable> failed, String key) {
        this.rules = rules;
        this.runner = runner;
        this.failed = failed;
        this.key = key;
        text.subscribe(newText -> count(newText));
    }

    /// Starts with a saved rule, or with a new one ([RuleRow#NO_COMPARISON]).
    ///
    /// The same again is counted anew and stays in sight meanwhile.
    public void start(UUID id, String newText) {
        start(id, newText, List.of());
    }

    /// @param pairs that are in sight although no example shows them
    void start(UUID id, String newText, List<PairRef> pairs) {
        watched = List.copyOf(pairs);
        if (id.equals(ruleId) && newText.equals(text.get()) && preview.get().isPresent()) {
            count(newText);
            return;
        }
        ruleId = id;
        preview.set(Optional.empty());
        lastGood.set(Optional.empty());
        glance.set(Map.of());
        if (newText.equals(text.get())) {
            count(newText);
        } else {
            text.set(newText);
        }
    }

    public UUID ruleId() {
        return ruleId;
    }

    public StringProperty textProperty() {
        return text;
    }

    /// What the text would do; empty while there is none or it is being counted for the first time.
    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// The newest text that was a rule.
    public ReadOnlyObjectProperty<Optional<Preview.Counted>> lastGoodProperty() {
        return lastGood.getReadOnlyProperty();
    }

    /// The text's votes on the pairs in sight; empty where it is no rule, or nothing is in sight.
    ReadOnlyObjectProperty<Map<PairRef, Integer>> glanceProperty() {
        return glance.getReadOnlyProperty();
    }

    /// Counts anew, e.g. when a word list has changed.
    void recount() {
        count(text.get());
    }

    private void count(String newText) {
        long mine = newest.incrementAndGet();
        if (newText.isBlank()) {
            preview.set(Optional.empty());
            glance.set(Map.of());
            return;
        }
        UUID id = ruleId;
        List<PairRef> inSight = inSight();
        var unused =
                runner.run(
                        Work.of(
                                key,
                                () -> {
                                    if (!inSight.isEmpty()) {
                                        look(mine, rules.glance(id, newText, inSight));
                                    }
                                    return rules.preview(id, newText, () -> newest.get() != mine);
                                },
                                this::show,
                                failed));
    }

    private List<PairRef> inSight() {
        return Stream.concat(
                        watched.stream(),
                        lastGood.get().stream()
                                .flatMap(counted -> counted.examples().stream())
                                .map(Decided::ref))
                .distinct()
                .toList();
    }

    private void look(long mine, Map<PairRef, Integer> votes) {
        runner.onScreen(
                () -> {
                    if (newest.get() == mine) {
                        glance.set(votes);
                    }
                });
    }

    private void show(Preview result) {
        if (result instanceof Preview.Counted counted) {
            lastGood.set(Optional.of(counted));
        }
        preview.set(Optional.of(result));
    }
}
