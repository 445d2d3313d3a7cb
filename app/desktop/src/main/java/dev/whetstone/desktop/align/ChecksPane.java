package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.align.IterationReport;
import dev.whetstone.services.align.RunCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What each training of a run checked of itself, in words.
final class ChecksPane extends VBox {
    private final DenseTable<Line> table;

    private record Line(int iteration, RunCheck check) {}

    ChecksPane(Messages messages) {
        table =
                new DenseTable<>(
                        messages.t("align.checks.none"),
                        List.of(
                                Columns.number(
                                        messages.t("align.checks.iteration"),
                                        6,
                                        line -> (double) line.iteration(),
                                        value -> String.format(Locale.ROOT, "%.0f", value)),
                                Columns.text(
                                        messages.t("align.checks.words"),
                                        34,
                                        line -> line.check().words()),
                                Columns.text(
                                        messages.t("align.checks.outcome"),
                                        7,
                                        line ->
                                                messages.t(
                                                        line.check().passed()
                                                                ? "align.checks.passed"
                                                                : "align.checks.failed")),
                                Columns.number(
                                        messages.t("align.checks.difference"),
                                        8,
                                        line -> line.check().difference(),
                                        ChecksPane::small),
                                Columns.number(
                                        messages.t("align.checks.limit"),
                                        8,
                                        line -> line.check().limit(),
                                        ChecksPane::small)));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    void show(List<IterationReport> iterations) {
        List<Line> lines = new ArrayList<>();
        for (IterationReport iteration : iterations.reversed()) {
            iteration
                    .selfTests()
                    .forEach(check -> lines.add(new Line(iteration.iteration(), check)));
        }
        table.table().getItems().setAll(lines);
    }

    private static String small(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }
}
