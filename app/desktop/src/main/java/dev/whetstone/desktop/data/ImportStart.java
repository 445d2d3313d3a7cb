package dev.whetstone.desktop.data;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import javafx.scene.layout.VBox;

/// What can be imported, and the button that begins it.
final class ImportStart extends VBox {
    ImportStart(Action choose, Messages messages) {
        VBox body =
                new VBox(
                        Controls.wrapped(messages.t("import.lead")),
                        Controls.wrapped(messages.t("import.formats"), "muted", "small"),
                        Controls.button(choose, messages.t("import.choose"), "accent"));
        body.getStyleClass().add("panel-body");
        getChildren().add(new Panel(messages.t("import.title")).add(body));
    }
}
