package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chips under the text: two in a row where there is room, the selected one alone where there is
/// not. The selected chip carries the keys.
final class ChipsPane extends VBox {
    private static final int VISIBLE = 4;
    private static final double TWO_COLUMNS_EM = 62;

    private final WhyViewModel why;
    private final Messages messages;
    /// Carries the inherited font size.
    private final Label probe = new Label();
    private final VBox rows = new VBox();
    private Optional<CompareActions> actions = Optional.empty();
    private boolean wide = true;

    ChipsPane(WhyViewModel why, Messages messages) {
        this.why = why;
        this.messages = messages;
        getStyleClass().add("chips");
        rows.getStyleClass().add("chip-rows");
        probe.setManaged(false);
        getChildren().addAll(probe, rows);
        why.chips().subscribe(this::refresh);
        why.selectedProperty().subscribe(value -> refresh());
        why.editingProperty().subscribe(value -> refresh());
        widthProperty().subscribe(value -> arrange());
        probe.fontProperty().subscribe(value -> arrange());
    }

    void setActions(CompareActions newActions) {
        actions = Optional.of(newActions);
        refresh();
    }

    private void arrange() {
        boolean nowWide = getWidth() > TWO_COLUMNS_EM * probe.getFont().getSize();
        if (nowWide != wide) {
            wide = nowWide;
            refresh();
        }
    }

    private void refresh() {
        List<Chip> chips = why.chips();
        Controls.show(this, Controls.Shown.when(!chips.isEmpty()));
        if (actions.isEmpty() || chips.isEmpty()) {
            rows.getChildren().clear();
            return;
        }
        int selected = why.selectedProperty().get();
        List<Node> made = new ArrayList<>();
        if (why.editingProperty().get()) {
            made.add(new ChipEditor(why, messages));
        } else if (wide) {
            for (int i = 0; i < Math.min(chips.size(), VISIBLE); i += 2) {
                HBox row = new HBox();
                row.getStyleClass().add("row");
                for (int j = i; j < Math.min(i + 2, Math.min(chips.size(), VISIBLE)); j++) {
                    row.getChildren().add(chip(j, j == selected, actions.get()));
                }
                made.add(row);
            }
            if (chips.size() > VISIBLE) {
                made.add(
                        Controls.label(
                                messages.t("chip.more", chips.size() - VISIBLE), "muted", "small"));
            }
        } else {
            made.add(chip(selected, true, actions.get()));
            if (chips.size() > 1) {
                made.add(
                        Controls.label(
                                messages.t("chip.of", selected + 1, chips.size()),
                                "muted",
                                "small"));
            }
        }
        rows.getChildren().setAll(made);
    }

    private Node chip(int index, boolean selected, CompareActions known) {
        Node node =
                switch (why.chips().get(index)) {
                    case Chip.Ask ask -> new QuestionChip(why, ask.question(), messages);
                    case Chip.Rule rule ->
                            new RuleChip(why, rule, index, selected, known, messages);
                };
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
