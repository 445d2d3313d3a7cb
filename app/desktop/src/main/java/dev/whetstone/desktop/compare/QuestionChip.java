package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Question;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One question back to the expert, answered by a click. After a sentence that is no rule the
/// answers are what it can become.
final class QuestionChip extends HBox {
    QuestionChip(WhyViewModel why, Question question, CompareActions actions, Messages messages) {
        getStyleClass().addAll("chip", "question-chip");
        Label text = Controls.yielding(question.text(), "chip-title");
        text.setWrapText(true);
        Label kept = Controls.yielding(messages.t("chip.kept"), "muted", "small");
        VBox words = new VBox(text, kept);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Feather.HELP_CIRCLE, "watch"), words);
        if (why.help().questionProperty().get().equals(Optional.of(question))) {
            FlowPane helps = helps(actions, messages);
            helps.prefWrapLengthProperty().bind(words.widthProperty());
            words.getChildren().add(helps);
        } else {
            HBox answers = new HBox();
            answers.getStyleClass().add("answers");
            for (String answer : question.answers()) {
                answers.getChildren()
                        .add(Controls.button(answer, () -> why.answer(question, answer), "dense"));
            }
            getChildren().add(answers);
        }
        setAccessibleText(question.text());
    }

    private static FlowPane helps(CompareActions actions, Messages messages) {
        FlowPane helps = new FlowPane();
        helps.getStyleClass().add("helps");
        helps.getChildren()
                .addAll(
                        Controls.button(
                                actions.get("compare.note"), messages.t("help.note"), "dense"),
                        Controls.button(
                                actions.get("compare.words"), messages.t("help.words"), "dense"),
                        Controls.button(
                                actions.get("compare.fact"), messages.t("help.fact"), "dense"),
                        Controls.button(
                                actions.get("compare.similar"),
                                messages.t("help.similar"),
                                "dense"));
        return helps;
    }
}
