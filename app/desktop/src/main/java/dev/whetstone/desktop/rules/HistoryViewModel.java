package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Revision;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.Rules;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The open rule's versions. Restoring one adds a version, so that it can be undone.
public final class HistoryViewModel {
    private static final String RESTORED = "restored";

    private final Rules rules;
    private final RulesViewModel list;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<Revision>> revisions =
            new ReadOnlyObjectWrapper<>(List.of());

    public HistoryViewModel(
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
        list.openedProperty().subscribe(opened -> load());
    }

    /// Newest first; empty for a rule that nobody saved.
    public ReadOnlyObjectProperty<List<Revision>> revisionsProperty() {
        return revisions.getReadOnlyProperty();
    }

    private void load() {
        Optional<RuleRow> open = list.currentProperty().get();
        revisions.set(List.of());
        var unused =
                runner.run(
                        Work.of(
                                "rule-history",
                                () -> open.map(row -> rules.history(row.id())).orElse(List.of()),
                                revisions::set,
                                feedback::failed));
    }

    public void restore(Revision revision) {
        bringBack(revision, messages.t("rules.restored"));
    }

    /// Whether the newest version is one that was brought back.
    public boolean canUndo() {
        List<Revision> all = revisions.get();
        return all.size() > 1 && all.getFirst().what().equals(RESTORED);
    }

    /// Brings back what stood before the last restore.
    public void undo() {
        if (canUndo()) {
            bringBack(revisions.get().get(1), messages.t("rules.restored.undone"));
        }
    }

    private void bringBack(Revision revision, String told) {
        list.currentProperty()
                .get()
                .ifPresent(
                        row ->
                                list.write(
                                        () -> {
                                            rules.restore(row.id(), revision.id());
                                            return row.id();
                                        },
                                        told));
    }
}
