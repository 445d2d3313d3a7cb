package dev.whetstone.desktop.control;

import dev.whetstone.desktop.plot.IntervalBar;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Makes table columns in the product's manner: text left, numbers right, intervals drawn.
public final class Columns {
    private static final double WIDEST_TIP = 520;

    private Columns() {}

    /// @param em preferred width in em of 12 px
    public static <R> TableColumn<R, String> text(
            String title, double em, Function<R, String> value) {
        return column(title, em, value, "text");
    }

    /// A right-aligned column; `format` of `value` is shown, `value` is what is sorted by.
    public static <R> TableColumn<R, Double> number(
            String title, double em, Function<R, Double> value, Function<Double, String> format) {
        TableColumn<R, Double> column = new TableColumn<>(title);
        column.getProperties().put(DenseTable.EM, em);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(unused -> new NumberCell<>(format));
        return column;
    }

    private static <R> TableColumn<R, String> column(
            String title, double em, Function<R, String> value, String style) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.getProperties().put(DenseTable.EM, em);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /// A column that draws a node for each row.
    public static <R> TableColumn<R, R> node(String title, double em, Function<R, Node> make) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.getProperties().put(DenseTable.EM, em);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new NodeCell<>(make));
        return column;
    }

    /// The same column, which leaves where there is no room for all: the lowest first.
    public static <R, T> TableColumn<R, T> leaving(int order, TableColumn<R, T> column) {
        column.getProperties().put(DenseTable.LEAVES, order);
        return column;
    }

    /// A column of nodes that are made once for a place on the screen, and filled for each row
    /// that comes there.
    public static <R, N extends Node> TableColumn<R, R> filled(
            String title, double em, Supplier<N> make, BiConsumer<N, R> fill) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.getProperties().put(DenseTable.EM, em);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new FilledCell<>(make.get(), fill));
        return column;
    }

    /// A column that says in one line what a row is and below it, quietly, what it is called. Its
    /// table has the style class `two-lines`.
    public static <R> TableColumn<R, R> twoLines(
            String title, double em, Function<R, String> first, Function<R, String> second) {
        return filled(
                title,
                em,
                Lines::new,
                (lines, row) -> lines.show(first.apply(row), second.apply(row)));
    }

    /// A value with its interval from `from` to 1; the mark is a coin's .5.
    public static <R> TableColumn<R, R> interval(
            String title,
            double em,
            double from,
            Function<R, Double> value,
            Function<R, Double> low,
            Function<R, Double> high) {
        return filled(
                title,
                em,
                () -> new IntervalBar(from, 1, .5),
                (bar, row) -> bar.set(value.apply(row), low.apply(row), high.apply(row)));
    }

    private static final class NumberCell<R> extends TableCell<R, Double> {
        private final Function<Double, String> format;

        NumberCell(Function<Double, String> format) {
            this.format = format;
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(@Nullable Double value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? "" : format.apply(value));
        }
    }

    private static final class NodeCell<R> extends TableCell<R, R> {
        private final Function<R, Node> make;

        NodeCell(Function<R, Node> make) {
            this.make = make;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : make.apply(row));
        }
    }

    private static final class Lines extends VBox {
        private final Label first = Controls.yielding("");
        private final Label second = Controls.yielding("", "muted", "tiny");
        private final Tooltip whole = new Tooltip();

        Lines() {
            getChildren().addAll(first, second);
            getStyleClass().add("line-pair");
            setMinWidth(0);
            whole.setWrapText(true);
            whole.setMaxWidth(WIDEST_TIP);
            Tooltip.install(this, whole);
        }

        void show(String above, String below) {
            first.setText(above);
            second.setText(below);
            whole.setText(below.isEmpty() ? above : above + "\n" + below);
        }
    }

    private static final class FilledCell<R, N extends Node> extends TableCell<R, R> {
        private final N node;
        private final BiConsumer<N, R> fill;

        FilledCell(N node, BiConsumer<N, R> fill) {
            this.node = node;
            this.fill = fill;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
            } else {
                fill.accept(node, row);
                setGraphic(node);
            }
        }
    }
}
