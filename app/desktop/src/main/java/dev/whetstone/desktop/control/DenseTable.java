package dev.whetstone.desktop.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Callback;

/// A table whose columns grow with the font. Where the width is not enough, columns of text give
/// some of theirs, then columns leave in the order of [Columns#leaving]; a person brings them back
/// by the button at the right of the header, and then the table scrolls sideways, uncut.
public final class DenseTable<R> extends VBox {
    static final String EM = "em";
    static final String LEAVES = "leaves";
    private static final double TOLERANCE = 1.1;
    /// Columns so wide hold text and share what is left over.
    private static final double TEXT_EM = 12;

    /// What a column of text keeps of its width.
    private static final double KEPT = .5;

    /// Room for the bar at the right, so that it covers no figure.
    private static final double SCROLL_BAR_EM = 1.2;

    private final TableView<R> table = new TableView<>();
    /// Carries the inherited font size.
    private final Label probe = new Label();
    /// Whether a person chose columns.
    private boolean chosen;
    private boolean fitting;

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
        columns.forEach(column -> column.visibleProperty().subscribe(visible -> turned()));
    }

    private void turned() {
        if (!fitting) {
            chosen = chosen || getWidth() > 0;
            fit();
        }
    }

    public TableView<R> table() {
        return table;
    }

    private static double ems(TableColumn<?, ?> column) {
        return (Double) column.getProperties().getOrDefault(EM, 8.0);
    }

    private static int leaves(TableColumn<?, ?> column) {
        return (Integer) column.getProperties().getOrDefault(LEAVES, Integer.MAX_VALUE);
    }

    private void fit() {
        if (getWidth() <= 0 || fitting) {
            return;
        }
        fitting = true;
        double em = probe.getFont().getSize();
        double room = (getWidth() - SCROLL_BAR_EM * em) / em;
        List<TableColumn<R, ?>> shown =
                new ArrayList<>(
                        table.getColumns().stream()
                                .filter(column -> !chosen || column.isVisible())
                                .toList());
        if (!chosen) {
            leave(shown, room);
        }
        share(shown, room, em);
        fitting = false;
    }

    private void leave(List<TableColumn<R, ?>> shown, double room) {
        double least = leastText(shown);
        List<TableColumn<R, ?>> leaving =
                shown.stream()
                        .filter(column -> leaves(column) < Integer.MAX_VALUE)
                        .sorted(Comparator.comparingInt(DenseTable::leaves))
                        .toList();
        for (TableColumn<R, ?> column : leaving) {
            if (narrowest(shown, least) <= room * TOLERANCE) {
                break;
            }
            shown.remove(column);
        }
        table.getColumns().forEach(column -> column.setVisible(shown.contains(column)));
        table.setTableMenuButtonVisible(shown.size() < table.getColumns().size());
    }

    private double leastText(List<TableColumn<R, ?>> columns) {
        return Math.min(TEXT_EM, columns.stream().mapToDouble(DenseTable::ems).max().orElse(0));
    }

    private static <R> double narrowest(List<TableColumn<R, ?>> columns, double text) {
        return columns.stream()
                .mapToDouble(DenseTable::ems)
                .map(ems -> ems >= text ? kept(ems, text) : ems)
                .sum();
    }

    private static double kept(double ems, double text) {
        return Math.max(Math.min(ems, text), ems * KEPT);
    }

    /// Widths that fill the room, or those that were asked for where it is too small.
    private void share(List<TableColumn<R, ?>> shown, double room, double em) {
        double text = leastText(shown);
        double wanted = shown.stream().mapToDouble(DenseTable::ems).sum();
        double narrowest = narrowest(shown, text);
        table.setColumnResizePolicy(
                room * TOLERANCE >= narrowest
                        ? new AsGiven()
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
        double sharing =
                shown.stream().mapToDouble(DenseTable::ems).filter(ems -> ems >= text).sum();
        for (TableColumn<R, ?> column : shown) {
            double ems = ems(column);
            boolean gives = ems >= text;
            double width = ems;
            if (room >= wanted) {
                width += gives ? (room - wanted) * ems / sharing : 0;
            } else if (room >= narrowest) {
                width -=
                        gives
                                ? (wanted - room) * (ems - kept(ems, text)) / (wanted - narrowest)
                                : 0;
            } else if (room * TOLERANCE >= narrowest) {
                width = (gives ? kept(ems, text) : ems) * room / narrowest;
            }
            column.setPrefWidth(width * em);
        }
    }

    /// Leaves the widths as they were given, and tells the table that it has no need to scroll
    /// sideways: it would go by the widest row that it ever had.
    private static final class AsGiven extends ConstrainedColumnResizeBase
            implements Callback<TableView.ResizeFeatures, Boolean> {
        @Override
        public Boolean call(TableView.ResizeFeatures asked) {
            return asked.getColumn() != null && TableView.UNCONSTRAINED_RESIZE_POLICY.call(asked);
        }
    }
}
