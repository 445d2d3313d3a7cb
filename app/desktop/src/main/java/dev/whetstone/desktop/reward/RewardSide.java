package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Why a score, or the choices behind the figure that was opened last.
final class RewardSide extends VBox {
    private static final int WHY = 0;
    private static final int CHOICES = 1;

    private final List<Node> panes;
    private final List<ToggleButton> buttons = new ArrayList<>();

    RewardSide(WhyScorePane why, ChoicesPane choices, AccuracyViewModel model, Messages messages) {
        panes = List.of(why, choices);
        List<String> names = List.of(messages.t("why-score.title"), messages.t("choices.title"));
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            ToggleButton button = new ToggleButton(names.get(i));
            button.getStyleClass().add("dense");
            button.setId("reward-side-" + i);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> show(place));
            buttons.add(button);
        }
        HBox header = new HBox(new Segments(buttons));
        header.getStyleClass().add("panel-header");
        StackPane stack = new StackPane(why, choices);
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(header, stack);
        getStyleClass().addAll("panel", "side");
        setMinHeight(0);
        show(WHY);
        model.openedProperty().subscribe(opened -> opened.ifPresent(unused -> show(CHOICES)));
    }

    private void show(int place) {
        for (int i = 0; i < panes.size(); i++) {
            // the hidden one keeps its place, so that its columns know how wide they are
            panes.get(i).setVisible(i == place);
            buttons.get(i).setSelected(i == place);
        }
    }
}
