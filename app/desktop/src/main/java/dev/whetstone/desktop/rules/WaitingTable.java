package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.explain.Waiting;
import dev.whetstone.services.rules.Effect;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Sentences whose rule waits, with its effect and why it waits.
final class WaitingTable extends VBox {
    private final Messages messages;
    private final TableView<Waiting> table;
    private boolean selecting;

    /// @param actions accept, edit, another reading, leave out, answer a question
    WaitingTable(WaitingViewModel model, List<Action> actions, Messages messages) {
        this.messages = messages;
        DenseTable<Waiting> dense =
                new DenseTable<>(
                        messages.t("rules.waiting.none"),
                        List.of(
                                Columns.twoLines(
                                        messages.t("rules.waiting.rule"),
                                        46,
                                        w -> RuleWords.title(w.candidates().getFirst().sentence()),
                                        this::said),
                                Columns.twoLines(
                                        messages.t("rules.waiting.effect"),
                                        17,
                                        w -> agrees(w.candidates().getFirst().effect()),
                                        w -> fires(w.candidates().getFirst().effect())),
                                Columns.twoLines(
                                        messages.t("rules.waiting.why"),
                                        30,
                                        this::why,
                                        w ->
                                                messages.t(
                                                        "rules.waiting.readings",
                                                        w.candidates().size()))));
        table = dense.table();
        table.setId("waiting-rules");
        table.getStyleClass().add("two-lines");
        table.setItems(model.items());
        table.setAccessibleText(messages.t("rules.waiting.title"));
        VBox.setVgrow(dense, Priority.ALWAYS);
        HBox foot = new HBox();
        foot.getStyleClass().add("panel-foot");
        List<String> texts =
                List.of(
                        messages.t("chip.accept"),
                        messages.t("chip.edit"),
                        messages.t("rules.waiting.other"),
                        messages.t("chip.ignore"),
                        messages.t("rules.ask"));
        for (int i = 0; i < actions.size(); i++) {
            foot.getChildren()
                    .add(
                            Controls.button(
                                    actions.get(i),
                                    texts.get(i),
                                    "dense",
                                    i == 0 ? "outline" : "plain"));
        }
        foot.getChildren()
                .add(Controls.yielding(messages.t("rules.waiting.hint"), "muted", "small"));
        getChildren().addAll(dense, foot);
        setMinHeight(0);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        waiting -> {
                            if (waiting != null && !selecting) {
                                model.select(Optional.of(waiting));
                            }
                        });
        model.selectedProperty().subscribe(this::select);
    }

    void focusTable() {
        table.requestFocus();
    }

    private void select(Optional<Waiting> waiting) {
        selecting = true;
        waiting.ifPresentOrElse(
                table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        selecting = false;
    }

    private String said(Waiting waiting) {
        String text = messages.t("quoted", waiting.explanation().text());
        return waiting.author().isEmpty()
                ? text
                : messages.t("rules.waiting.said", waiting.author(), text);
    }

    private String agrees(Effect effect) {
        return effect.choices() == 0
                ? messages.t("rules.waiting.no-choices")
                : messages.t("chip.agrees", effect.agrees(), effect.choices());
    }

    private String fires(Effect effect) {
        return messages.t("chip.fires", effect.fires(), effect.pairs());
    }

    private String why(Waiting waiting) {
        return waiting.reasons().isEmpty()
                ? messages.t("rules.waiting.nothing")
                : String.join("; ", waiting.reasons());
    }
}
