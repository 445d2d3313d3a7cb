package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chips under the text: two in a row where there is room, the selected one alone where
/// there is not. The selected chip carries the keys.
final class ChipsPane extends VBox {
    private static final int VISIBLE = 4;
    private static final double TWO_COLUMNS_EM = 62;

    private final WhyViewModel why;
    private final ReadOnlyDoubleProperty width;
    private final Messages messages;
    /// Carries the inherited font size.
    private final Label probe = new Label();
    private final VBox rows = new VBox();
    private final HelpForm form;
    private Optional<CompareActions> actions = Optional.empty();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private boolean wide = true;

    ChipsPane(WhyViewModel why, ReadOnlyDoubleProperty width, Messages messages) {
        this.width = width;
        this.why = why;
        this.messages = messages;
        getStyleClass().add("chips");
        rows.getStyleClass().add("chip-rows");
        probe.setManaged(false);
        getChildren().addAll(probe, rows);
        form = new HelpForm(why.help(), messages);
        why.chips().subscribe(this::refresh);
        why.help().questionProperty().subscribe(value -> refresh());
        why.help().formProperty().subscribe(value -> openForm());
        why.gate().offeredProperty().subscribe(value -> refresh());
        why.selectedProperty().subscribe(value -> refresh());
        why.editingProperty().subscribe(value -> refresh());
        width.subscribe(value -> arrange());
        unfolded.subscribe(value -> refresh());
        probe.fontProperty().subscribe(value -> arrange());
    }

    void setActions(CompareActions newActions) {
        actions = Optional.of(newActions);
        refresh();
    }

    private void arrange() {
        boolean nowWide = width.get() > TWO_COLUMNS_EM * probe.getFont().getSize();
        if (nowWide != wide) {
            wide = nowWide;
            refresh();
        }
    }

    /// Whether chips are seen where there is room for one only.
    BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    private boolean filling() {
        return why.help().formProperty().get() != HelpViewModel.Form.NONE;
    }

    /// The caret goes into a form that opens, and back to the desk when it closes.
    private void openForm() {
        refresh();
        if (filling()) {
            form.begin();
        } else if (getScene() != null && getParent() != null) {
            Optional.ofNullable(getScene().lookup(".responses")).ifPresent(Node::requestFocus);
        }
    }

    private void refresh() {
        List<Chip> chips = why.chips();
        boolean some = !chips.isEmpty() && (wide || unfolded.get());
        Controls.show(this, Controls.Shown.when(some || filling()));
        if (actions.isEmpty() || (chips.isEmpty() && !filling())) {
            rows.getChildren().clear();
            return;
        }
        int selected = why.selectedProperty().get();
        List<Node> made = new ArrayList<>();
        if (filling()) {
            made.add(form);
        } else if (why.editingProperty().get()) {
            made.add(new ChipEditor(why, messages));
        } else if (wide) {
            made.add(chip(selected, true, actions.get()));
            HBox row = new HBox();
            for (int i = 0; i < Math.min(chips.size(), VISIBLE); i++) {
                if (i == selected) {
                    continue;
                }
                if (row.getChildren().isEmpty() || row.getChildren().size() == 2) {
                    row = new HBox();
                    row.getStyleClass().add("row");
                    made.add(row);
                }
                row.getChildren().add(chip(i, false, actions.get()));
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
        if (!rows.getChildren().equals(made)) {
            rows.getChildren().setAll(made);
        }
    }

    private Node chip(int index, boolean selected, CompareActions known) {
        Node node =
                switch (why.chips().get(index)) {
                    case Chip.Ask ask -> new QuestionChip(why, ask.question(), known, messages);
                    case Chip.Rule rule ->
                            new RuleChip(why, rule, index, selected, known, messages);
                };
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
