package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Candidate;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One of the things that a sentence can mean, to be picked: no button, since a button gives a
/// longer text no further line.
final class Meaning extends HBox {
    private final Action action;
    private final Messages messages;
    private final Label title = Controls.wrapped("", "chip-title");
    private final Label figures = Controls.wrapped("", "muted", "small");

    Meaning(Action action, Messages messages) {
        this.action = action;
        this.messages = messages;
        getStyleClass().addAll("row", "meaning");
        setId(action.id().replace('.', '-'));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        VBox words = new VBox(title, figures);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, new KeyCap(action.shortcut()));
        setMinWidth(0);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setOnMouseClicked(event -> action.run());
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                        action.run();
                        event.consume();
                    }
                });
    }

    void show(Candidate candidate) {
        String effect = RuleChip.effect(candidate.effect(), messages);
        title.setText(candidate.sentence());
        figures.setText(effect);
        setAccessibleText(candidate.sentence() + ". " + effect);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
