package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list with Snorkel's columns.
final class RuleTable extends VBox {
    private final Messages messages;
    private final TableView<RuleRow> table;
    private boolean selecting;

    RuleTable(RulesViewModel model, Messages messages) {
        this.messages = messages;
        TableColumn<RuleRow, RuleRow> state =
                Columns.node(messages.t("rules.state"), 7.5, this::state);
        TableColumn<RuleRow, RuleRow> name =
                Columns.twoLines(
                        messages.t("rules.rule"),
                        38,
                        row -> RuleWords.title(row.sentence()),
                        row -> RuleOrigin.of(row, messages));
        DenseTable<RuleRow> dense =
                new DenseTable<>(
                        messages.t("rules.none"),
                        List.of(
                                state,
                                name,
                                number("lf.coverage", row -> row.figures().coverage()),
                                number("lf.overlaps", row -> row.figures().overlaps()),
                                number("lf.conflicts", row -> row.figures().conflicts()),
                                count("lf.correct", row -> row.figures().correct()),
                                count("lf.incorrect", row -> row.figures().incorrect()),
                                Columns.number(
                                        messages.t("lf.accuracy"),
                                        6.5,
                                        row -> row.figures().accuracy(),
                                        Numbers::two),
                                Columns.interval(
                                        messages.t("lf.interval"),
                                        6.5,
                                        0.4,
                                        row -> row.figures().accuracy(),
                                        row -> row.figures().low(),
                                        row -> row.figures().high()),
                                Columns.number(
                                        messages.t("lf.weight"),
                                        5.5,
                                        row -> row.figures().weight(),
                                        Numbers::two)));
        table = dense.table();
        table.getStyleClass().add("two-lines");
        table.setItems(model.rows());
        table.setAccessibleText(messages.t("screen.rules"));
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        setMinHeight(0);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null && !selecting) {
                                model.open(row);
                            }
                        });
        model.currentProperty().subscribe(this::select);
    }

    private TableColumn<RuleRow, Double> number(
            String key, java.util.function.Function<RuleRow, Double> value) {
        return Columns.number(heading(key), 6, value, Numbers::share);
    }

    private TableColumn<RuleRow, Double> count(
            String key, java.util.function.ToIntFunction<RuleRow> value) {
        return Columns.number(
                heading(key),
                5.8,
                row -> (double) value.applyAsInt(row),
                number -> String.format(Locale.ROOT, "%,.0f", number));
    }

    private String heading(String key) {
        return messages.t(key);
    }

    private Node state(RuleRow row) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", style(row.state()));
        return Controls.row(dot, Controls.whole(StateNames.of(row.state(), messages), "muted"));
    }

    private static String style(RuleState state) {
        return switch (state) {
            case ACTIVE -> "dot-good";
            case SUGGESTED -> "dot-accent";
            case PAUSED, PARKED -> "dot-hollow";
        };
    }

    private void select(Optional<RuleRow> row) {
        selecting = true;
        row.ifPresentOrElse(
                table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        selecting = false;
    }
}
