package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Places 1 to N as boxes that hold the responses put there, by digit or by dragging.
final class RankBar extends HBox {
    private final CompareViewModel model;
    private final Messages messages;
    private final Label words;

    RankBar(CompareViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = Controls.yielding("", "lead");
        getStyleClass().add("rank-bar");
    }

    /// The ranking in words.
    Label words() {
        return words;
    }

    void refresh(Showing showing, Verdict verdict) {
        int n = showing.responses().size();
        if (n == 2) {
            return;
        }
        List<Node> boxes = new ArrayList<>();
        boxes.add(box(0, unplaced(verdict), showing));
        for (int place = 1; place <= n; place++) {
            boxes.add(box(place, verdict.at(place), showing));
        }
        getChildren().setAll(boxes);
        words.setText(sentence(showing, verdict));
    }

    private static List<Integer> unplaced(Verdict verdict) {
        return verdict.at(0);
    }

    private HBox box(int place, List<Integer> members, Showing showing) {
        HBox box = new HBox(new KeyCap(String.valueOf(place)));
        box.getStyleClass().addAll("rank-slot", members.isEmpty() ? "vacant" : "taken");
        if (place == 0) {
            box.getChildren()
                    .add(Controls.whole(messages.t("compare.rank.open"), "muted", "small"));
        }
        for (int stored : members) {
            int position = showing.position(stored);
            Button token =
                    Controls.button(
                            ResponseColumn.name(position, showing.responses().size(), messages),
                            () -> model.focusedProperty().set(position),
                            "token");
            token.setOnDragDetected(
                    event -> {
                        ClipboardContent content = new ClipboardContent();
                        content.putString(String.valueOf(position));
                        token.startDragAndDrop(TransferMode.MOVE).setContent(content);
                        event.consume();
                    });
            box.getChildren().add(token);
        }
        if (place > 0 && members.size() > 1) {
            box.getChildren().add(Controls.whole(messages.t("compare.rank.tie"), "muted", "small"));
        }
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnDragOver(
                event -> {
                    event.acceptTransferModes(TransferMode.MOVE);
                    event.consume();
                });
        box.setOnDragDropped(event -> drop(event, place));
        return box;
    }

    private void drop(DragEvent event, int place) {
        String text = event.getDragboard().getString();
        if (text != null && text.matches("[0-4]")) {
            model.focusedProperty().set(Integer.parseInt(text));
            model.place(place);
            event.setDropCompleted(true);
        }
        event.consume();
    }

    private String sentence(Showing showing, Verdict verdict) {
        if (verdict.bothBad()) {
            return messages.t("compare.rank.bad");
        }
        int n = showing.responses().size();
        List<String> tiers =
                verdict.ranking().tiers().stream()
                        .map(
                                tier ->
                                        tier.stream()
                                                .map(showing::position)
                                                .sorted()
                                                .map(p -> ResponseColumn.name(p, n, messages))
                                                .reduce((a, b) -> a + " = " + b)
                                                .orElse(""))
                        .toList();
        return tiers.isEmpty()
                ? messages.t("compare.rank.none")
                : messages.t("compare.rank.words", String.join("  >  ", tiers));
    }
}
