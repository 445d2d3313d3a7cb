package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.SliceRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Coverage slice by slice; a slice's name restricts the whole screen to it.
final class SlicesPane extends VBox {
    SlicesPane(CoverageViewModel model, SliceNames names, Messages messages) {
        TableColumn<SliceRow, SliceRow> slice =
                Columns.node(
                        messages.t("slices.slice"),
                        12,
                        row -> {
                            String name = names.of(row.slice());
                            Button button =
                                    Controls.button(
                                            name,
                                            () -> model.show(row.slice().id()),
                                            "flat",
                                            "cell-link");
                            button.setMinWidth(0);
                            button.setAccessibleText(messages.t("slices.show", name));
                            return button;
                        });
        DenseTable<SliceRow> dense =
                new DenseTable<>(
                        messages.t("slices.none"),
                        List.of(
                                slice,
                                number(messages.t("slices.pairs"), r -> (double) r.slice().pairs()),
                                Columns.leaving(
                                        4,
                                        number(
                                                messages.t("slices.judged"),
                                                r -> (double) r.choices())),
                                Columns.number(
                                        messages.t("lf.coverage"),
                                        6,
                                        SliceRow::covered,
                                        Numbers::two),
                                Columns.leaving(
                                        1,
                                        Columns.number(
                                                messages.t("lf.conflicts"),
                                                6,
                                                SliceRow::conflict,
                                                Numbers::two)),
                                Columns.number(
                                        messages.t("slices.accuracy"),
                                        6,
                                        r -> r.accuracy().value(),
                                        Numbers::two),
                                Columns.leaving(
                                        2,
                                        Columns.interval(
                                                messages.t("slices.interval"),
                                                4,
                                                0,
                                                r -> r.accuracy().value(),
                                                r -> r.accuracy().low(),
                                                r -> r.accuracy().high())),
                                Columns.leaving(
                                        3,
                                        Columns.number(
                                                messages.t("slices.majority"),
                                                5.6,
                                                r -> r.majority().value(),
                                                Numbers::two))));
        dense.table().setId("coverage-slices");
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        setMinHeight(0);
        model.slicesProperty().subscribe(rows -> dense.table().getItems().setAll(rows));
    }

    private static TableColumn<SliceRow, Double> number(
            String title, java.util.function.Function<SliceRow, Double> value) {
        return Columns.number(title, 4.8, value, Numbers::count);
    }
}
