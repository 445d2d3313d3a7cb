package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Asked;
import dev.whetstone.services.explain.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The sentence with its words coloured, and its two meanings side by side.
final class MeaningsPanel extends VBox {
    private final TextFlow sentence = new TextFlow();
    private final List<Meaning> meanings;

    MeaningsPanel(CompareActions actions, Messages messages) {
        getStyleClass().addAll("panel", "meanings");
        sentence.getStyleClass().add("said");
        meanings =
                List.of(
                        new Meaning(actions.get("question.first"), messages),
                        new Meaning(actions.get("question.second"), messages));
        GridPane both = new GridPane();
        both.getStyleClass().add("both-meanings");
        both.addRow(0, meanings.get(0), meanings.get(1));
        both.getColumnConstraints().addAll(half(), half());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("meanings-grid");
        grid.addRow(0, Controls.whole(messages.t("question.wrote"), "muted", "small"), sentence);
        grid.addRow(1, Controls.whole(messages.t("question.means"), "muted", "small"), both);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), words);
        getChildren().add(grid);
        setMinHeight(USE_PREF_SIZE);
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    void show(Asked asked) {
        sentence.getChildren().setAll(coloured(asked));
        meanings.get(0).show(asked.deciding().first());
        meanings.get(1).show(asked.deciding().second());
    }

    private static List<Text> coloured(Asked asked) {
        String said = asked.explanation().text();
        List<Text> parts = new ArrayList<>();
        int at = 0;
        List<Word> inOrder =
                asked.words().stream().sorted(Comparator.comparingInt(Word::start)).toList();
        for (Word word : inOrder) {
            if (word.start() >= at && word.end() <= said.length()) {
                parts.add(part(said.substring(at, word.start()), "plain"));
                parts.add(part(said.substring(word.start(), word.end()), WhyPane.style(word)));
                at = word.end();
            }
        }
        parts.add(part(said.substring(at), "plain"));
        parts.removeIf(part -> part.getText().isEmpty());
        return parts;
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().addAll("text", style);
        return part;
    }
}
