package dev.whetstone.desktop.plot;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A value with its interval on a line from `from` to `to`, and a dotted mark for the
/// baseline. What lies beyond the line is not drawn; an arrow at that end says so. Made of
/// regions, so that css colours it.
public final class IntervalBar extends Pane {
    private static final double TICK = 3;
    private static final double ARROW = 4;

    private final double from;
    private final double to;
    private final double mark;
    private final Region track = part("track");
    private final Region baseline = part("baseline");
    private final Region band = part("band");
    private final Region tick = part("tick");
    private final Region less = part("less");
    private final Region more = part("more");
    private double value = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;

    public IntervalBar(double from, double to, double mark) {
        this.from = from;
        this.to = to;
        this.mark = mark;
        getStyleClass().add("interval-bar");
        getChildren().addAll(track, baseline, band, tick, less, more);
        setMinWidth(40);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    /// NaN shows nothing but the line.
    public void set(double newValue, double newLow, double newHigh) {
        value = newValue;
        low = newLow;
        high = newHigh;
        getStyleClass().remove("below");
        if (newLow < mark) {
            getStyleClass().add("below");
        }
        setAccessibleText(value + " (" + low + " to " + high + ")");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double middle = Math.round(h / 2);
        track.resizeRelocate(0, middle, w, 1);
        baseline.resizeRelocate(Math.round(at(mark)), middle - h * 0.3, 1, h * 0.6);
        boolean known = Double.isFinite(value);
        boolean interval = known && Double.isFinite(low) && Double.isFinite(high);
        band.setVisible(interval && high >= from && low <= to);
        tick.setVisible(known && value >= from && value <= to);
        less.setVisible(known && (interval ? Math.min(low, value) : value) < from);
        more.setVisible(known && (interval ? Math.max(high, value) : value) > to);
        if (known) {
            double thickness = Math.max(4, Math.round(h * 0.22));
            double begin = at(low);
            band.resizeRelocate(begin, middle - thickness / 2, at(high) - begin, thickness);
            double tickLeft = Math.clamp(at(value) - TICK / 2, 0, Math.max(0, w - TICK));
            tick.resizeRelocate(tickLeft, middle - thickness, TICK, thickness * 2);
            less.resizeRelocate(0, middle - ARROW, ARROW, ARROW * 2);
            more.resizeRelocate(w - ARROW, middle - ARROW, ARROW, ARROW * 2);
        }
    }

    private double at(double data) {
        return Math.clamp((data - from) / (to - from), 0, 1) * getWidth();
    }
}
