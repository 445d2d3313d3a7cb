package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Asked;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.explain.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The sentence with its words coloured, and its two meanings side by side.
final class MeaningsPanel extends VBox {
    private final Messages messages;
    private final TextFlow sentence = new TextFlow();
    private final List<Label> titles = new ArrayList<>();
    private final List<Label> figures = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    MeaningsPanel(CompareActions actions, Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("panel", "meanings");
        sentence.getStyleClass().add("said");
        HBox both =
                new HBox(
                        meaning(actions.get("question.first")),
                        meaning(actions.get("question.second")));
        both.getStyleClass().add("row");
        both.setFillHeight(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("meanings-grid");
        grid.addRow(0, Controls.whole(messages.t("question.wrote"), "muted", "small"), sentence);
        grid.addRow(1, Controls.whole(messages.t("question.means"), "muted", "small"), both);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setFillWidth(true);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), words);
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.CENTER);
        RowConstraints below = new RowConstraints();
        below.setValignment(VPos.TOP);
        grid.getRowConstraints().addAll(top, below);
        getChildren().add(grid);
        setMinHeight(USE_PREF_SIZE);
    }

    private Button meaning(Action action) {
        Label title = Controls.wrapped("", "chip-title");
        Label figure = Controls.wrapped("", "muted", "small");
        titles.add(title);
        figures.add(figure);
        VBox words = new VBox(title, figure);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(words, new KeyCap(action.shortcut()));
        content.getStyleClass().add("row");
        Button button = Controls.button(action, "", "meaning");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(0);
        button.setPrefWidth(1);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(26));
        HBox.setHgrow(button, Priority.ALWAYS);
        buttons.add(button);
        return button;
    }

    void show(Asked asked) {
        sentence.getChildren().setAll(coloured(asked));
        List<Candidate> both = List.of(asked.deciding().first(), asked.deciding().second());
        for (int i = 0; i < both.size(); i++) {
            titles.get(i).setText(both.get(i).sentence());
            String effect = RuleChip.effect(both.get(i).effect(), messages);
            figures.get(i).setText(effect);
            buttons.get(i).setAccessibleText(both.get(i).sentence() + ". " + effect);
        }
    }

    private static List<Text> coloured(Asked asked) {
        String said = asked.explanation().text();
        List<Text> parts = new ArrayList<>();
        parts.add(part("“", "plain"));
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
        parts.add(part(said.substring(at) + "”", "plain"));
        return parts;
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().addAll("text", style);
        return part;
    }
}
