package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.book.RuleBooks;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Writes the rule book in the background.
public final class BookViewModel {
    private final RuleBooks books;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();

    public BookViewModel(RuleBooks books, TaskRunner runner, Feedback feedback, Messages messages) {
        this.books = books;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /// @param file ends in `.html` or `.md`; without an ending it becomes an `.html`
    public void write(Path file) {
        String name = file.getFileName().toString();
        Path target = name.contains(".") ? file : file.resolveSibling(name + ".html");
        writing.set(true);
        var unused =
                runner.run(
                        Work.of(
                                "",
                                () -> books.write(target),
                                rules -> {
                                    writing.set(false);
                                    feedback.tell(
                                            messages.t(
                                                    "rules.book.written",
                                                    rules,
                                                    target.getFileName()));
                                },
                                failure -> {
                                    writing.set(false);
                                    feedback.failed(failure);
                                }));
    }
}
