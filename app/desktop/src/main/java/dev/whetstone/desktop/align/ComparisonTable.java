package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.ControlReport;
import dev.whetstone.services.align.IterationReport;
import dev.whetstone.services.reward.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The start, every iteration and the controls, one a row, with what each was measured at.
final class ComparisonTable extends VBox {
    private final Messages messages;
    private final DenseTable<Line> table;

    /// @param satisfaction share of applicable rules kept; the other estimates against the start
    private record Line(
            String name,
            Estimate satisfaction,
            Estimate ruleWins,
            Estimate wins,
            Estimate even,
            double chars,
            double kl,
            double eos) {}

    ComparisonTable(Messages messages) {
        this.messages = messages;
        table =
                new DenseTable<>(
                        messages.t("align.table.none"),
                        List.of(
                                Columns.text(messages.t("align.col.model"), 15, Line::name),
                                Columns.number(
                                        messages.t("align.col.rules"),
                                        8,
                                        l -> l.satisfaction().value(),
                                        Numbers::percent),
                                Columns.interval(
                                        messages.t("align.col.interval"),
                                        8,
                                        0,
                                        l -> l.satisfaction().value(),
                                        l -> l.satisfaction().low(),
                                        l -> l.satisfaction().high()),
                                estimate("align.col.rule-wins", Line::ruleWins),
                                estimate("align.col.wins", Line::wins),
                                estimate("align.col.even", Line::even),
                                Columns.number(
                                        messages.t("align.col.chars"),
                                        6.5,
                                        Line::chars,
                                        v -> String.format(Locale.ROOT, "%,.0f", v)),
                                Columns.number(
                                        messages.t("align.col.kl"), 6, Line::kl, Numbers::two),
                                Columns.number(
                                        messages.t("align.col.eos"),
                                        7,
                                        Line::eos,
                                        Numbers::percent)));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    /// A value with its interval in words, the value first.
    private TableColumn<Line, String> estimate(String key, Function<Line, Estimate> of) {
        TableColumn<Line, String> column =
                Columns.text(
                        messages.t(key), 11, line -> Estimates.words(of.apply(line), messages));
        column.getStyleClass().add("number");
        return column;
    }

    void show(AlignReport report) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        messages.t("align.start.name"),
                        report.start().ruleSatisfaction(),
                        Estimate.NONE,
                        Estimate.NONE,
                        Estimate.NONE,
                        report.start().meanChars(),
                        0,
                        report.start().eosRate()));
        for (IterationReport r : report.iterations()) {
            lines.add(
                    new Line(
                            messages.t("align.iteration", r.iteration()),
                            r.ruleSatisfaction(),
                            r.ruleWinRate(),
                            r.winRate(),
                            r.winRateLengthControlled(),
                            r.meanChars(),
                            r.klToBase(),
                            r.eosRate()));
        }
        for (ControlReport c : report.controls()) {
            lines.add(
                    new Line(
                            control(c.name()),
                            c.ruleSatisfaction(),
                            c.ruleWinRate(),
                            c.winRate(),
                            Estimate.NONE,
                            c.meanChars(),
                            Double.NaN,
                            Double.NaN));
        }
        table.table().getItems().setAll(lines);
    }

    private String control(String name) {
        return switch (name) {
            case "best-of-5" -> messages.t("align.control.best");
            case "random-pairs" -> messages.t("align.control.random");
            default -> name;
        };
    }
}
