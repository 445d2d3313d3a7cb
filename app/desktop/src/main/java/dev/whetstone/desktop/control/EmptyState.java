package dev.whetstone.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What an empty screen shows: one sentence what belongs here, and what fills it.
public final class EmptyState extends VBox {
    public EmptyState(String title, String sentence, Node... actions) {
        getStyleClass().add("empty-state");
        Label heading = Controls.label(title, "page-title");
        Label text = Controls.wrapped(sentence, "lead", "muted");
        HBox buttons = new HBox(actions);
        buttons.getStyleClass().add("row");
        getChildren().addAll(heading, text, buttons);
    }
}
