package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.rules.Finding;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the filters find about the open rule: looked for in the background whenever it is opened or
/// saved, and on demand for a text that is not saved.
public final class ChecksViewModel {
    private final Rules rules;
    private final RulesViewModel list;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(new NotYet());

    /// How far the filters are.
    public sealed interface Found {}

    /// A new text, which is checked when somebody asks.
    public record NotYet() implements Found {}

    public record Looking() implements Found {}

    /// @param findings in the order of the filters; empty where nothing is to be said
    public record Done(List<Finding> findings) implements Found {
        public Done {
            findings = List.copyOf(findings);
        }
    }

    public ChecksViewModel(Rules rules, RulesViewModel list, TaskRunner runner, Feedback feedback) {
        this.rules = rules;
        this.list = list;
        this.runner = runner;
        this.feedback = feedback;
        list.openedProperty().subscribe(opened -> opened());
    }

    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    private void opened() {
        Optional<RuleRow> open = list.currentProperty().get();
        found.set(new NotYet());
        open.ifPresent(row -> look(() -> rules.check(row.id())));
    }

    /// Looks at the text in the editor as it stands.
    public void checkText() {
        String text = list.edit().textProperty().get();
        if (!text.isBlank()) {
            look(() -> rules.check(text));
        }
    }

    private void look(Work.Body<List<Finding>> body) {
        found.set(new Looking());
        var unused =
                runner.run(
                        Work.of(
                                "rule-checks",
                                body,
                                findings -> found.set(new Done(findings)),
                                failure -> {
                                    found.set(new NotYet());
                                    feedback.failed(failure);
                                }));
    }
}
