package dev.whetstone.desktop.palette;

import atlantafx.base.controls.ModalPane;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The command palette: a query, the actions that match, and the keys that do them.
public final class PaletteView {
    private final PaletteViewModel model;
    private final ModalPane modal;
    private final TextField query = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final VBox box;

    public PaletteView(PaletteViewModel model, ModalPane modal, Messages messages) {
        this.model = model;
        this.modal = modal;
        query.setPromptText(messages.t("palette.prompt"));
        query.setAccessibleText(messages.t("palette.prompt"));
        query.setId("palette-query");
        query.getStyleClass().add("plain-field");
        query.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(query, Priority.ALWAYS);
        Label count = Controls.whole("", "muted", "small");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        messages.t(
                                                "palette.count",
                                                model.hits().size(),
                                                model.total()),
                                model.hits(),
                                model.queryProperty()));
        HBox top = Controls.row(Icons.of(Feather.SEARCH), query, count);
        top.getStyleClass().add("palette-top");
        list.setItems(model.hits());
        list.setCellFactory(view -> new ActionCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(Controls.label(messages.t("palette.none"), "muted"));
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox keys =
                Controls.row(
                        new KeyCap("↑"),
                        new KeyCap("↓"),
                        Controls.label(messages.t("palette.choose"), "muted", "small"),
                        new KeyCap("Enter"),
                        Controls.label(messages.t("palette.do"), "muted", "small"),
                        Controls.spacer(),
                        new KeyCap("Esc"),
                        Controls.label(messages.t("palette.close"), "muted", "small"));
        keys.getStyleClass().add("palette-keys");
        box = new VBox(top, list, keys);
        box.getStyleClass().add("palette");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> runSelected());
        model.queryProperty().subscribe(text -> list.getSelectionModel().selectFirst());
    }

    public void open() {
        model.open();
        list.getSelectionModel().selectFirst();
        modal.setAlignment(Pos.TOP_CENTER);
        modal.show(box);
        query.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            modal.hide(true);
        } else {
            return;
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void runSelected() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            modal.hide(true);
            action.run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            Label title = Controls.yielding(action.title());
            HBox row = Controls.row(title, Controls.spacer());
            if (!action.enabled().get()) {
                title.getStyleClass().add("muted");
            }
            if (!action.shortcut().isNone()) {
                row.getChildren().add(new KeyCap(action.shortcut()));
            }
            setGraphic(row);
        }
    }
}
