package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A rule's text under edit: every change is parsed and voted on the whole project in the
/// background,
/// the latest wins.
public final class LivePreview {
    private final Rules rules;
    private final TaskRunner runner;
    private final Consumer<Throwable> failed;
    private final String key;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview.Counted>> lastGood =
            new ReadOnlyObjectWrapper<>(Optional.empty());
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
        if (id.equals(ruleId) && newText.equals(text.get()) && preview.get().isPresent()) {
            count(newText);
            return;
        }
        ruleId = id;
        preview.set(Optional.empty());
        lastGood.set(Optional.empty());
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

    private void count(String newText) {
        if (newText.isBlank()) {
            preview.set(Optional.empty());
            return;
        }
        UUID id = ruleId;
        var unused =
                runner.run(
                        Work.of(
                                key,
                                () -> rules.preview(id, newText),
                                result -> {
                                    if (result instanceof Preview.Counted counted) {
                                        lastGood.set(Optional.of(counted));
                                    }
                                    preview.set(Optional.of(result));
                                },
                                failed));
    }
}
