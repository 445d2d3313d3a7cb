package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.detectors.ReadReply;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A reply with its score, and what was said of it.
final class ReplyCell extends ListCell<ReadReply> {
    private static final int LONGEST = 600;

    private final Messages messages;

    ReplyCell(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected void updateItem(@Nullable ReadReply item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String plain = item.reply().text().strip().replaceAll("\\s+", " ");
        Label text =
                Controls.wrappedWithin(
                        plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain,
                        "small");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox row = Controls.row(Controls.whole(Numbers.two(item.score()), "strong", "small"), text);
        switch (item.marked()) {
            case YES -> row.getChildren().add(tag(messages.t("detect.said.yes"), "good-tag"));
            case NO -> row.getChildren().add(tag(messages.t("detect.said.no"), "watch-tag"));
            case OPEN -> {}
        }
        row.setMinWidth(0);
        row.setMaxHeight(Double.MAX_VALUE);
        setGraphic(row);
        setPrefWidth(0);
        setTooltip(new Tooltip(messages.t("detect.answers", item.reply().prompt())));
    }

    private static Label tag(String text, String style) {
        return Controls.whole(text, "tag", style);
    }
}
