package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Preview;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A chip's rule as text: parsed and counted while it is typed.
final class ChipEditor extends VBox {
    private final Messages messages;
    private final TextField field = new TextField();
    private final Label meaning = Controls.wrapped("", "small");
    private final Button accept;

    ChipEditor(WhyViewModel why, Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("chip", "chip-editor");
        field.textProperty().bindBidirectional(why.edit().textProperty());
        field.getStyleClass().add("mono");
        field.setAccessibleText(messages.t("chip.rule"));
        field.setId("chip-rule");
        HBox.setHgrow(field, Priority.ALWAYS);
        accept = Controls.button(messages.t("chip.accept"), why::acceptEdit, "outline");
        Button cancel =
                Controls.button(
                        messages.t("chip.cancel"), () -> why.editingProperty().set(false), "flat");
        HBox row = Controls.row(field, accept, cancel);
        getChildren().addAll(row, meaning);
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        why.acceptEdit();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE) {
                        why.editingProperty().set(false);
                        event.consume();
                    }
                });
        why.edit().previewProperty().subscribe(this::show);
        sceneProperty()
                .subscribe(
                        scene -> Optional.ofNullable(scene).ifPresent(s -> field.requestFocus()));
    }

    private void show(Optional<Preview> preview) {
        meaning.getStyleClass().removeAll("bad", "muted");
        accept.setDisable(true);
        if (preview.isEmpty()) {
            meaning.setText("");
            return;
        }
        switch (preview.get()) {
            case Preview.Broken broken -> {
                meaning.getStyleClass().add("bad");
                meaning.setText(
                        messages.t(
                                "rules.error", broken.line(), broken.column(), broken.message()));
            }
            case Preview.Counted good -> {
                accept.setDisable(false);
                meaning.getStyleClass().add("muted");
                meaning.setText(
                        messages.t(
                                "chip.meaning",
                                good.sentence(),
                                good.after().agrees(),
                                good.after().choices(),
                                good.after().fires(),
                                good.after().pairs()));
            }
        }
    }
}
