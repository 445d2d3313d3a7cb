package dev.whetstone.desktop.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A table whose columns grow with the font: they share the width while it is enough, and scroll
/// sideways, uncut, while it is not.
public final class DenseTable<R> extends VBox {
    static final String EM = "em";
    private static final double TOLERANCE = 1.1;
    /// Columns so wide hold text and share what is left over.
    private static final double TEXT_EM = 12;

    /// Room for the bar at the right, so that it covers no figure.
    private static final double SCROLL_BAR_EM = 1.2;

    private final TableView<R> table = new TableView<>();
    /// Carries the inherited font size.
    private final Label probe = new Label();

    public DenseTable(String empty, List<TableColumn<R, ?>> columns) {
        probe.setManaged(false);
        probe.getStyleClass().add("small");
        table.setPlaceholder(Controls.wrapped(empty, "muted"));
        table.getColumns().setAll(columns);
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(probe, table);
        setMinHeight(0);
        setMinWidth(0);
        widthProperty().subscribe(width -> fit());
        probe.fontProperty().subscribe(font -> fit());
    }

    public TableView<R> table() {
        return table;
    }

    private static double ems(TableColumn<?, ?> column) {
        return (Double) column.getProperties().getOrDefault(EM, 8.0);
    }

    private double widest() {
        return table.getColumns().stream().mapToDouble(DenseTable::ems).max().orElse(0);
    }

    private void fit() {
        double em = probe.getFont().getSize();
        double wanted = 0;
        for (TableColumn<R, ?> column : table.getColumns()) {
            wanted += ems(column) * em;
        }
        boolean fits = wanted <= getWidth() * TOLERANCE;
        double spare = Math.max(0, getWidth() - SCROLL_BAR_EM * em - wanted);
        double least = Math.min(TEXT_EM, widest());
        double sharing =
                table.getColumns().stream()
                        .mapToDouble(DenseTable::ems)
                        .filter(ems -> ems >= least)
                        .sum();
        for (TableColumn<R, ?> column : table.getColumns()) {
            double share = ems(column) >= least ? ems(column) / sharing : 0;
            column.setPrefWidth(ems(column) * em + (fits ? spare * share : 0));
        }
        table.setColumnResizePolicy(
                fits
                        ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }
}
