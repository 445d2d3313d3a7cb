package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.rules.RuleOrigin;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Snorkel's LF summary; every figure opens the comparisons behind it.
final class SummaryTable extends VBox {
    private final CoverageViewModel model;
    private final DenseTable<RuleRow> dense;

    SummaryTable(CoverageViewModel model, Messages messages) {
        this.model = model;
        dense =
                new DenseTable<>(
                        messages.t("coverage.empty.title"),
                        List.of(
                                Columns.text("j", 2.4, this::index),
                                Columns.threeLines(
                                        messages.t("lf.function"),
                                        20,
                                        row -> RuleWords.title(row.sentence()),
                                        row -> RuleOrigin.of(row, messages)),
                                Columns.text(
                                        messages.t("lf.polarity"),
                                        5.8,
                                        row -> polarity(row, messages)),
                                figure(
                                        messages.t("lf.coverage"),
                                        f -> Numbers.share(f.coverage()),
                                        Cell.Voted::new),
                                figure(
                                        messages.t("lf.overlaps"),
                                        f -> Numbers.share(f.overlaps()),
                                        Cell.Overlapping::new),
                                figure(
                                        messages.t("lf.conflicts"),
                                        f -> Numbers.share(f.conflicts()),
                                        Cell.Conflicting::new),
                                figure(
                                        messages.t("lf.correct"),
                                        f -> String.valueOf(f.correct()),
                                        Cell.Correct::new),
                                figure(
                                        messages.t("lf.incorrect"),
                                        f -> String.valueOf(f.incorrect()),
                                        Cell.Incorrect::new),
                                Columns.number(
                                        messages.t("lf.accuracy"),
                                        6.4,
                                        row -> row.figures().accuracy(),
                                        Numbers::two),
                                Columns.interval(
                                        messages.t("lf.interval"),
                                        5.2,
                                        0.4,
                                        row -> row.figures().accuracy(),
                                        row -> row.figures().low(),
                                        row -> row.figures().high())));
        dense.table().getStyleClass().add("three-lines");
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        setMinHeight(0);
    }

    void show(CoverageReport report) {
        dense.table().getItems().setAll(report.rules());
    }

    private String index(RuleRow row) {
        return String.valueOf(dense.table().getItems().indexOf(row));
    }

    private static String polarity(RuleRow row, Messages messages) {
        return switch (RuleWords.pointing(row.text())) {
            case WORSE -> messages.t("lf.polarity.worse");
            case BETTER -> messages.t("lf.polarity.better");
            case PREFER -> messages.t("lf.polarity.prefer");
        };
    }

    private TableColumn<RuleRow, RuleRow> figure(
            String title, Function<Figures, String> text, Function<UUID, Cell> cell) {
        TableColumn<RuleRow, RuleRow> column =
                Columns.node(
                        title,
                        6.2,
                        row -> {
                            String shown = text.apply(row.figures());
                            Button button =
                                    Controls.button(
                                            shown,
                                            () -> model.open(cell.apply(row.id())),
                                            "flat",
                                            "cell-link");
                            button.setAccessibleText(
                                    title + " " + shown + ", " + RuleWords.title(row.sentence()));
                            HBox box = new HBox(Controls.spacer(), button);
                            box.getStyleClass().add("row");
                            return box;
                        });
        column.getStyleClass().add("number");
        return column;
    }
}
