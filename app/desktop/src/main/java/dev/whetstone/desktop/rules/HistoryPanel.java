package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Revision;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The open rule's earlier texts, newest first, each of which can be brought back.
final class HistoryPanel extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm").withZone(ZoneId.systemDefault());

    private final RulesViewModel model;
    private final Messages messages;
    private final VBox rows = new VBox();
    private final ScrollPane scroll;

    HistoryPanel(RulesViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("panel");
        Button load =
                Controls.button(messages.t("rules.history.show"), model::loadHistory, "dense");
        HBox header =
                new HBox(
                        Controls.whole(messages.t("rules.history"), "panel-title"),
                        Controls.spacer(),
                        load);
        header.getStyleClass().add("panel-header");
        rows.getStyleClass().add("panel-body");
        scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        model.historyProperty().subscribe(this::show);
        model.currentProperty().subscribe(row -> load.setDisable(row.isEmpty()));
    }

    private void show(List<Revision> history) {
        rows.getChildren().clear();
        Controls.show(scroll, Shown.when(!history.isEmpty()));
        for (int i = 0; i < history.size(); i++) {
            Revision revision = history.get(i);
            Label text = Controls.wrapped(revision.text(), "mono", "small");
            HBox head =
                    Controls.row(
                            Controls.yielding(
                                    messages.t(
                                            "rules.history.entry",
                                            TIME.format(revision.at()),
                                            revision.author(),
                                            revision.what()),
                                    "muted",
                                    "small"),
                            Controls.spacer());
            if (i > 0) {
                head.getChildren()
                        .add(
                                Controls.button(
                                        messages.t("rules.restore"),
                                        () -> model.restore(revision),
                                        "dense",
                                        "flat"));
            }
            rows.getChildren().add(new VBox(head, text));
        }
    }
}
