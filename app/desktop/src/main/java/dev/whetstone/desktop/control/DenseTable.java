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

    private void fit() {
        double em = probe.getFont().getSize();
        double wanted = 0;
        for (TableColumn<R, ?> column : table.getColumns()) {
            double width = (Double) column.getProperties().getOrDefault(EM, 8.0) * em;
            column.setPrefWidth(width);
            wanted += width;
        }
        boolean fits = wanted <= getWidth() * TOLERANCE;
        table.setColumnResizePolicy(
                fits
                        ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }
}
