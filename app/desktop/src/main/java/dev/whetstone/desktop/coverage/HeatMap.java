package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Overlaps below the diagonal, conflicts above it, painted on a canvas. The pointer and the arrow
/// keys tell a figure, a click and Enter open its pairs, + and - and the wheel change its size.
final class HeatMap extends Region {
    private static final double MOST_ZOOM = 32;
    private static final double ZOOM = 1.25;

    private final CoverageViewModel model;
    private final Messages messages;
    private final Canvas canvas = new Canvas();
    private final HeatInk ink = new HeatInk();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private Optional<CoverageReport> report = Optional.empty();
    private List<Integer> order = List.of();
    private double zoom = 1;
    /// The first row and column in sight, in fields.
    private double left;
    private double top;
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper(-1);

    HeatMap(CoverageViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("heat-map");
        setId("coverage-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(messages.t("coverage.map.spoken"));
        getChildren().addAll(ink.probes());
        getChildren().add(canvas);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> requestLayout());
        ink.onChange(this::requestLayout);
    }

    /// What the field under the pointer or the keys says.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// The place of the row that is pointed at, in the map's order; -1 for none.
    ReadOnlyIntegerProperty rowProperty() {
        return row.getReadOnlyProperty();
    }

    /// @param newOrder places of rules, in the order of rows and columns
    void show(CoverageReport fresh, List<Integer> newOrder) {
        report = Optional.of(fresh);
        if (!newOrder.equals(order)) {
            order = List.copyOf(newOrder);
            point(-1, -1);
            zoom = 1;
            left = 0;
            top = 0;
            told.set("");
        }
        requestLayout();
    }

    void zoom(double factor) {
        zoom = Math.clamp(zoom * factor, 1, MOST_ZOOM);
        keepInSight();
        requestLayout();
    }

    private void pressed(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case ENTER, SPACE -> open();
            case PLUS, ADD, EQUALS -> zoom(ZOOM);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void move(int down, int right) {
        if (order.isEmpty()) {
            return;
        }
        int most = order.size() - 1;
        point(
                Math.clamp(row.get() + (long) down, 0, most),
                Math.clamp(column.get() + (long) right, 0, most));
        keepInSight();
        tell();
    }

    /// Points at a rule's own field.
    void find(int place) {
        if (place < order.size()) {
            point(place, place);
            keepInSight();
            tell();
        }
    }

    private void point(int newRow, int newColumn) {
        column.set(newColumn);
        row.set(newRow);
    }

    private void keepInSight() {
        HeatGrid grid = grid();
        if (pointed()) {
            left = Math.clamp(left, column.get() + 1 - grid.columnsInSight(), column.get());
            top = Math.clamp(top, row.get() + 1 - grid.rowsInSight(), row.get());
        }
        limit();
    }

    private void limit() {
        HeatGrid grid = grid();
        left = Math.clamp(left, 0, Math.max(0, order.size() - grid.columnsInSight()));
        top = Math.clamp(top, 0, Math.max(0, order.size() - grid.rowsInSight()));
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown()) {
            zoom(event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM);
        } else {
            HeatGrid grid = grid();
            left -= event.getDeltaX() / grid.field();
            top -= event.getDeltaY() / grid.fieldHeight();
            limit();
            requestLayout();
        }
        event.consume();
    }

    private void pointAt(double x, double y) {
        HeatGrid grid = grid();
        int newRow = grid.rowAt(y);
        int newColumn = grid.columnAt(x);
        if (newRow >= 0 && newColumn >= 0 && (newRow != row.get() || newColumn != column.get())) {
            point(newRow, newColumn);
            tell();
        }
    }

    private boolean pointed() {
        return row.get() >= 0 && column.get() >= 0;
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            HeatGrid grid = grid();
            if (grid.rowAt(event.getY()) >= 0 && grid.columnAt(event.getX()) >= 0) {
                pointAt(event.getX(), event.getY());
                open();
            }
        }
    }

    private void open() {
        if (pointed()) {
            report.ifPresent(
                    shown -> {
                        RuleRow first = shown.rules().get(order.get(row.get()));
                        RuleRow second = shown.rules().get(order.get(column.get()));
                        if (row.get() == column.get()) {
                            model.open(new Cell.Voted(first.id()));
                        } else if (row.get() > column.get()) {
                            model.open(new Cell.Both(first.id(), second.id()));
                        } else {
                            model.open(new Cell.Against(first.id(), second.id()));
                        }
                    });
        }
    }

    private void tell() {
        report.ifPresent(
                shown -> {
                    int first = order.get(row.get());
                    int second = order.get(column.get());
                    boolean conflict = row.get() < column.get();
                    var shares = conflict ? shown.conflicts() : shown.overlaps();
                    String key =
                            row.get() == column.get()
                                    ? messages.t(
                                            "map.votes",
                                            name(shown, first),
                                            share(shown, first, first))
                                    : conflict
                                            ? messages.t(
                                                    "map.conflict",
                                                    name(shown, first),
                                                    name(shown, second),
                                                    Numbers.share(shares.share(first, second)),
                                                    Numbers.count(shares.count(first, second)))
                                            : messages.t(
                                                    "map.overlap",
                                                    name(shown, first),
                                                    name(shown, second),
                                                    Numbers.share(shares.share(first, second)),
                                                    Numbers.count(shares.count(first, second)));
                    told.set(key);
                    setAccessibleText(key);
                });
        requestLayout();
    }

    private static String share(CoverageReport shown, int first, int second) {
        return Numbers.share(shown.overlaps().share(first, second));
    }

    private static String name(CoverageReport shown, int rule) {
        return rule + " " + shown.rules().get(rule).name();
    }

    private HeatGrid grid() {
        return HeatGrid.of(
                getWidth(), getHeight(), ink.font().getSize(), order.size(), zoom, left, top);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        limit();
        report.filter(shown -> !order.isEmpty() && getWidth() > 40 && getHeight() > 40)
                .ifPresent(
                        shown ->
                                new HeatPainter(canvas.getGraphicsContext2D(), ink, grid())
                                        .paint(shown, order, row.get(), column.get(), isFocused()));
    }
}
