package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
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

/// One of five: what is not covered, slices, label models, why a pair's label is what it is, or how
/// far people agree.
final class SidePanel extends VBox {
    private static final int WHY = 3;

    private final List<Node> panes;
    private final List<ToggleButton> buttons = new ArrayList<>();

    SidePanel(Node groups, Node slices, Node models, Node why, Node people, Messages messages) {
        panes = List.of(groups, slices, models, why, people);
        List<String> names =
                List.of(
                        messages.t("coverage.groups"),
                        messages.t("coverage.slices"),
                        messages.t("coverage.tab.models"),
                        messages.t("coverage.tab.why"),
                        messages.t("coverage.tab.people"));
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            ToggleButton button = new ToggleButton(names.get(i));
            button.getStyleClass().add("dense");
            button.setId("coverage-side-" + i);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> show(place));
            buttons.add(button);
        }
        HBox header = new HBox(new Segments(buttons));
        header.getStyleClass().add("panel-header");
        StackPane stack = new StackPane(panes.toArray(Node[]::new));
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(header, stack);
        getStyleClass().add("panel");
        setMinHeight(0);
        setMinWidth(0);
        show(0);
    }

    private void show(int place) {
        for (int i = 0; i < panes.size(); i++) {
            Controls.show(panes.get(i), Shown.when(i == place));
            buttons.get(i).setSelected(i == place);
        }
    }

    void showWhy() {
        show(WHY);
    }
}
