package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Question;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One question back to the expert, answered by a click.
final class QuestionChip extends HBox {
    QuestionChip(WhyViewModel why, Question question, Messages messages) {
        getStyleClass().addAll("chip", "question-chip");
        Label text = Controls.yielding(question.text(), "chip-title");
        text.setWrapText(true);
        Label kept = Controls.yielding(messages.t("chip.kept"), "muted", "small");
        VBox words = new VBox(text, kept);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox answers = new HBox();
        answers.getStyleClass().add("answers");
        for (String answer : question.answers()) {
            answers.getChildren()
                    .add(Controls.button(answer, () -> why.answer(question, answer), "dense"));
        }
        getChildren().addAll(Icons.of(Feather.HELP_CIRCLE, "watch"), words, answers);
        setAccessibleText(question.text());
    }
}
