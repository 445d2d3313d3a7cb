package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Snorkel's LF summary; every figure opens the comparisons behind it.
final class SummaryTable extends VBox {
    private final CoverageViewModel model;
    private final Messages messages;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final DenseTable<RuleRow> dense;

    SummaryTable(CoverageViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        dense =
                new DenseTable<>(
                        messages.t("coverage.empty.title"),
                        List.of(
                                Columns.number(
                                        "j", 2.4, row -> (double) place(row), Numbers::count),
                                Columns.twoLines(
                                        messages.t("lf.function"), 16, RuleRow::name, this::told),
                                Columns.leaving(
                                        1,
                                        Columns.text(
                                                messages.t("lf.polarity"),
                                                5.4,
                                                row -> polarity(row, messages))),
                                share("lf.coverage", 6.3, Figures::coverage, Cell.Voted::new),
                                Columns.leaving(
                                        4,
                                        share(
                                                "lf.overlaps",
                                                5.9,
                                                Figures::overlaps,
                                                Cell.Overlapping::new)),
                                Columns.leaving(
                                        5,
                                        share(
                                                "lf.conflicts",
                                                6.1,
                                                Figures::conflicts,
                                                Cell.Conflicting::new)),
                                count("lf.correct", 5.3, Figures::correct, Cell.Correct::new),
                                count("lf.incorrect", 6, Figures::incorrect, Cell.Incorrect::new),
                                Columns.number(
                                        messages.t("lf.accuracy"),
                                        6.7,
                                        row -> row.figures().accuracy(),
                                        Numbers::two),
                                Columns.leaving(
                                        3,
                                        Columns.interval(
                                                messages.t("lf.interval"),
                                                4.4,
                                                0.4,
                                                row -> row.figures().accuracy(),
                                                row -> row.figures().low(),
                                                row -> row.figures().high())),
                                share("lf.alone", 5.2, Figures::uniqueShare, Cell.Alone::new),
                                Columns.leaving(
                                        2,
                                        figure(
                                                "lf.flips",
                                                4.3,
                                                f -> (double) f.flips(),
                                                f ->
                                                        Double.isNaN(f.weight()) && f.coverage() > 0
                                                                ? "…"
                                                                : Numbers.count(f.flips()),
                                                Cell.Flipped::new)),
                                Columns.number(
                                        messages.t("lf.weight"),
                                        5.2,
                                        row -> row.figures().weight(),
                                        Numbers::two)));
        dense.table().setId("coverage-summary");
        dense.table().getStyleClass().add("two-lines");
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        setMinHeight(0);
    }

    /// A report of the same rules keeps the order that was chosen.
    void show(CoverageReport report) {
        places.clear();
        for (int j = 0; j < report.rules().size(); j++) {
            places.put(report.rules().get(j).id(), j);
        }
        dense.table().getItems().setAll(report.rules());
        dense.table().sort();
    }

    private String told(RuleRow row) {
        return RuleWords.title(row.sentence());
    }

    private int place(RuleRow row) {
        return places.getOrDefault(row.id(), -1);
    }

    private static String polarity(RuleRow row, Messages messages) {
        return switch (RuleWords.pointing(row.text())) {
            case WORSE -> messages.t("lf.polarity.worse");
            case BETTER -> messages.t("lf.polarity.better");
            case PREFER -> messages.t("lf.polarity.prefer");
        };
    }

    private TableColumn<RuleRow, RuleRow> share(
            String key, double em, ToDoubleFunction<Figures> value, Function<UUID, Cell> cell) {
        return figure(key, em, value, f -> Numbers.share(value.applyAsDouble(f)), cell);
    }

    private TableColumn<RuleRow, RuleRow> count(
            String key, double em, ToDoubleFunction<Figures> value, Function<UUID, Cell> cell) {
        return figure(key, em, value, f -> Numbers.count(value.applyAsDouble(f)), cell);
    }

    private TableColumn<RuleRow, RuleRow> figure(
            String key,
            double em,
            ToDoubleFunction<Figures> value,
            Function<Figures, String> text,
            Function<UUID, Cell> cell) {
        String title = messages.t(key);
        TableColumn<RuleRow, RuleRow> column =
                Columns.filled(
                        title,
                        em,
                        FigureLink::new,
                        (link, row) ->
                                link.show(
                                        text.apply(row.figures()),
                                        title,
                                        row,
                                        () -> model.open(cell.apply(row.id()))));
        column.setSortable(true);
        column.setComparator(Comparator.comparingDouble(row -> value.applyAsDouble(row.figures())));
        column.getStyleClass().add("number");
        return column;
    }

    private static final class FigureLink extends HBox {
        private final Button button = Controls.button("", () -> {}, "flat", "cell-link");

        FigureLink() {
            super(Controls.spacer());
            getChildren().add(button);
            getStyleClass().add("row");
        }

        void show(String figure, String of, RuleRow row, Runnable open) {
            button.setText(figure);
            button.setOnAction(event -> open.run());
            button.setAccessibleText(of + " " + figure + ", " + RuleWords.title(row.sentence()));
        }
    }
}
