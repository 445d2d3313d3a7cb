package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.services.project.Project;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What the experts agreed to look for, beside the replies.
public final class GuidelinesViewModel {
    private final Project project;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty editing = new SimpleBooleanProperty();

    public GuidelinesViewModel(Project project, TaskRunner runner, Feedback feedback) {
        this.project = project;
        this.runner = runner;
        this.feedback = feedback;
    }

    /// Markdown.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public BooleanProperty shownProperty() {
        return shown;
    }

    public BooleanProperty editingProperty() {
        return editing;
    }

    public void load() {
        var unused =
                runner.run(Work.of("guidelines", project::guidelines, text::set, feedback::failed));
    }

    public void toggle() {
        shown.set(!shown.get());
        if (!shown.get()) {
            editing.set(false);
        }
    }

    public void save(String newText) {
        var unused =
                runner.run(
                        Work.effect(
                                "",
                                () -> project.setGuidelines(newText),
                                () -> {
                                    text.set(newText);
                                    editing.set(false);
                                    feedback.saved();
                                },
                                feedback::failed));
    }
}
