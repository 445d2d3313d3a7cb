package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Shares;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints the fields of a heat map that are in sight.
final class HeatPainter {
    /// What a field is of.
    enum Kind {
        OVERLAP,
        CONFLICT
    }

    /// Fields stronger than this tell their figure.
    private static final double TELLING = .6;

    private static final double GAP_FROM = 4;
    private static final double FIGURE_EM = 2.1;

    private final GraphicsContext to;
    private final HeatInk ink;
    private final HeatGrid grid;
    private final double em;

    HeatPainter(GraphicsContext to, HeatInk ink, HeatGrid grid) {
        this.to = to;
        this.ink = ink;
        this.grid = grid;
        this.em = ink.font().getSize();
    }

    void paint(CoverageReport report, List<Integer> order, int row, int column, boolean focused) {
        to.save();
        to.setFont(ink.font());
        to.setTextBaseline(VPos.CENTER);
        int firstRow = (int) grid.top();
        int lastRow = Math.min(order.size(), (int) Math.ceil(grid.top() + grid.rowsInSight()));
        int firstColumn = (int) grid.left();
        int lastColumn =
                Math.min(order.size(), (int) Math.ceil(grid.left() + grid.columnsInSight()));
        names(report, order, firstRow, lastRow);
        indexes(order, firstColumn, lastColumn);
        to.beginPath();
        to.rect(
                grid.names(),
                grid.head(),
                grid.right() - grid.names(),
                grid.bottom() - grid.head());
        to.clip();
        double topOverlap = most(report.overlaps(), order);
        double topConflict = most(report.conflicts(), order);
        for (int i = firstRow; i < lastRow; i++) {
            for (int j = firstColumn; j < lastColumn; j++) {
                Kind kind = i > j ? Kind.OVERLAP : Kind.CONFLICT;
                Shares shares = kind == Kind.OVERLAP ? report.overlaps() : report.conflicts();
                double value = shares.share(order.get(i), order.get(j));
                double top = kind == Kind.OVERLAP ? topOverlap : topConflict;
                field(i, j, kind, value, top == 0 ? 0 : value / top);
            }
        }
        if (row >= 0 && column >= 0) {
            to.setStroke(ink.text());
            to.setLineWidth(focused ? 2 : 1);
            to.strokeRect(
                    grid.x(column) + .5,
                    grid.y(row) + .5,
                    Math.max(3, grid.field() - 1),
                    Math.max(3, grid.fieldHeight() - 1));
        }
        to.restore();
    }

    private void field(int row, int column, Kind kind, double value, double strength) {
        double gap = Math.min(grid.field(), grid.fieldHeight()) >= GAP_FROM ? 1 : 0;
        double x = grid.x(column);
        double y = grid.y(row);
        to.setFill(row == column ? ink.diagonal() : ink.field(kind, strength));
        to.fillRect(x, y, grid.field() - gap, grid.fieldHeight() - gap);
        boolean room = grid.field() >= em * FIGURE_EM && grid.fieldHeight() >= em * 1.15;
        if (room && row != column && strength >= TELLING && value >= .005) {
            to.setFill(ink.onStrong());
            to.setTextAlign(TextAlignment.CENTER);
            to.fillText(Numbers.two(value), x + grid.field() / 2, y + grid.fieldHeight() / 2);
        }
    }

    private void names(CoverageReport report, List<Integer> order, int from, int to_) {
        to.setFill(ink.text());
        to.setTextAlign(TextAlignment.RIGHT);
        boolean named = grid.named(em);
        to.setFont(
                Font.font(
                        ink.font().getFamily(),
                        named ? Math.min(em, grid.fieldHeight() * .95) : em));
        int step = named ? 1 : step(grid.fieldHeight(), em * 1.1);
        for (int i = from; i < to_; i++) {
            double y = grid.y(i) + grid.fieldHeight() / 2;
            if (i % step == 0 && y > grid.head() && y < grid.bottom()) {
                int rule = order.get(i);
                String title =
                        named
                                ? shortened(report.rules().get(rule).name()) + "  " + rule
                                : String.valueOf(rule);
                to.fillText(title, grid.names() - 4, y, grid.names() - 6);
            }
        }
    }

    private void indexes(List<Integer> order, int from, int to_) {
        to.setFont(ink.font());
        to.setFill(ink.text());
        to.setTextAlign(TextAlignment.CENTER);
        int step = step(grid.field(), em * 1.9);
        for (int j = from; j < to_; j++) {
            double x = grid.x(j) + grid.field() / 2;
            if (j % step == 0 && x > grid.names() && x < grid.right()) {
                to.fillText(String.valueOf(order.get(j)), x, grid.head() / 2);
            }
        }
    }

    private static int step(double field, double wanted) {
        return (int) Math.max(1, Math.ceil(wanted / field));
    }

    /// A name is cut where it would be squeezed.
    private String shortened(String title) {
        int fits = (int) ((grid.names() - em * 2) / (em * .53));
        return title.length() <= fits
                ? title
                : title.substring(0, Math.max(1, fits - 1)).stripTrailing() + "…";
    }

    private static double most(Shares shares, List<Integer> order) {
        double top = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < i; j++) {
                top = Math.max(top, shares.share(order.get(i), order.get(j)));
            }
        }
        return top;
    }
}
