package dev.whetstone.desktop.data;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Markdown;
import dev.whetstone.desktop.text.MarkdownView;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.data.ImportPreview;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One row of the file as the expert will see it.
final class RowPreview extends VBox {
    private final ImportViewModel model;
    private final Messages messages;
    private final Markdown markdown = new Markdown();
    private final Label place = Controls.yielding("", "muted", "small");
    private final VBox body = new VBox();
    private int index;

    RowPreview(ImportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        Panel panel =
                new Panel(
                        messages.t("import.preview"),
                        place,
                        Controls.spacer(),
                        Controls.button(messages.t("import.next"), this::next, "dense"));
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        panel.grow(scroll);
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        setMinWidth(0);
    }

    private void next() {
        index++;
        model.previewProperty().get().ifPresent(this::show);
    }

    void show(ImportPreview preview) {
        body.getChildren().clear();
        if (preview.rows().isEmpty()) {
            place.setText(messages.t("import.no-rows"));
            return;
        }
        index = index % preview.rows().size();
        place.setText(messages.t("import.row", index + 1));
        Map<String, String> row = preview.rows().get(index);
        HBox replies = new HBox();
        replies.getStyleClass().add("columns");
        for (String column : preview.columns()) {
            String role = model.role(column);
            String text = row.getOrDefault(column, "");
            if (role.equals("a") || role.equals("b")) {
                VBox reply = part(role, column, text);
                reply.getStyleClass().addAll("panel", "now");
                reply.setPrefWidth(10);
                HBox.setHgrow(reply, Priority.ALWAYS);
                replies.getChildren().add(reply);
            } else if (!role.isEmpty()) {
                VBox part = part(role, column, text);
                part.getStyleClass().add("quoted-prompt");
                body.getChildren().add(part);
            }
        }
        if (preview.columns().stream().allMatch(column -> model.role(column).isEmpty())) {
            preview.columns()
                    .forEach(
                            column ->
                                    body.getChildren()
                                            .add(part("", column, row.getOrDefault(column, ""))));
        }
        if (!replies.getChildren().isEmpty()) {
            body.getChildren().add(Math.min(1, body.getChildren().size()), replies);
        }
    }

    private VBox part(String role, String column, String text) {
        MarkdownView view = new MarkdownView(markdown);
        view.show(text);
        String name =
                role.isEmpty()
                        ? column
                        : messages.t("import.from", RoleNames.of(role, messages), column);
        return new VBox(Controls.label(name, "speaker"), view);
    }
}
