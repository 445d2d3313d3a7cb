package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The comparisons behind a figure; Enter opens one at the desk.
final class CellPanel extends VBox {
    private final CoverageViewModel model;
    private final Messages messages;
    private final Label title = Controls.yielding("", "panel-title");
    private final Label count = Controls.whole("", "muted", "small");
    private final TableView<CellRow> table;

    CellPanel(CoverageViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("panel");
        setMinHeight(0);
        HBox header = new HBox(title, Controls.spacer(), count);
        header.getStyleClass().add("panel-header");
        DenseTable<CellRow> dense =
                new DenseTable<>(
                        messages.t("coverage.cell.none"),
                        List.of(
                                Columns.text(messages.t("coverage.prompt"), 45, CellRow::prompt),
                                Columns.text(messages.t("coverage.say"), 7, this::rulesSay),
                                Columns.text(messages.t("coverage.chose"), 8, this::chose),
                                Columns.text(
                                        messages.t("coverage.strongest"), 30, this::strongest)));
        table = dense.table();
        table.setId("coverage-pairs");
        VBox.setVgrow(dense, Priority.ALWAYS);
        Button open = Controls.button(messages.t("coverage.open"), () -> open(navigator), "dense");
        open.setGraphic(new KeyCap("Enter"));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox foot =
                new HBox(
                        Controls.yielding(messages.t("coverage.foot"), "muted", "small"),
                        Controls.spacer(),
                        open);
        foot.getStyleClass().add("panel-foot");
        getChildren().addAll(header, dense, foot);
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open(navigator);
                        event.consume();
                    }
                });
        table.addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        open(navigator);
                    }
                });
        model.rowsProperty().subscribe(this::show);
        model.cellProperty().subscribe(cell -> title.setText(name(cell)));
    }

    private void show(List<CellRow> rows) {
        table.getItems().setAll(rows);
        count.setText(messages.t("coverage.rows", rows.size()));
        title.setText(name(model.cellProperty().get()));
    }

    private void open(Navigator navigator) {
        CellRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            navigator.openComparison(row.ref().comparisonId());
        }
    }

    private String rulesSay(CellRow row) {
        if (row.p() == 0.5) {
            return messages.t("coverage.undecided");
        }
        String p = Numbers.two(Math.max(row.p(), 1 - row.p()));
        return letter(row.p() > 0.5 ? row.ref().a() : row.ref().b()) + "  " + p;
    }

    private String chose(CellRow row) {
        if (Double.isNaN(row.preference())) {
            return "–";
        }
        if (row.preference() == 0.5) {
            return messages.t("coverage.tie");
        }
        String side = letter(row.preference() > 0.5 ? row.ref().a() : row.ref().b());
        return row.preference() == 0 || row.preference() == 1
                ? side
                : side + "  " + Numbers.two(Math.max(row.preference(), 1 - row.preference()));
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index)).toUpperCase(Locale.ROOT);
    }

    private String name(Cell cell) {
        return switch (cell) {
            case Cell.Voted(UUID rule) -> messages.t("cell.voted", ruleName(rule));
            case Cell.Overlapping(UUID rule) -> messages.t("cell.overlapping", ruleName(rule));
            case Cell.Conflicting(UUID rule) -> messages.t("cell.conflicting", ruleName(rule));
            case Cell.Correct(UUID rule) -> messages.t("cell.correct", ruleName(rule));
            case Cell.Incorrect(UUID rule) -> messages.t("cell.incorrect", ruleName(rule));
            case Cell.Both(UUID rule, UUID other) ->
                    messages.t("cell.both", ruleName(rule), ruleName(other));
            case Cell.Against(UUID rule, UUID other) ->
                    messages.t("cell.against", ruleName(rule), ruleName(other));
            case Cell.Uncovered() -> messages.t("cell.uncovered");
            case Cell.Disputed() -> messages.t("cell.disputed");
            case Cell.AgainstExperts() -> messages.t("cell.experts");
        };
    }

    private String strongest(CellRow row) {
        return rules().filter(rule -> rule.name().equals(row.strongest()))
                .map(rule -> RuleWords.title(rule.sentence()))
                .findFirst()
                .orElse(row.strongest());
    }

    private String ruleName(UUID id) {
        return rules().filter(rule -> rule.id().equals(id))
                .map(rule -> messages.t("quoted", RuleWords.title(rule.sentence())))
                .findFirst()
                .orElse("");
    }

    private Stream<RuleRow> rules() {
        return model.reportProperty().get().map(CoverageReport::rules).orElse(List.of()).stream();
    }
}
