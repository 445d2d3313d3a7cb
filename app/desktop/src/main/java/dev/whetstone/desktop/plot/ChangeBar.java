package dev.whetstone.desktop.plot;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A share before and after on a line from 0 to 1: a ring, a dot and the way between them. The
/// style class is `worse` where the share fell.
public final class ChangeBar extends Pane {
    private static final double DOT = 8;

    private final double before;
    private final double after;
    private final Region track = part("track");
    private final Region way = part("way");
    private final Region ring = part("ring");
    private final Region dot = part("dot-after");

    /// @param before NaN where there was nothing to measure; then only the dot is drawn
    /// @param after likewise
    public ChangeBar(double before, double after) {
        this.before = before;
        this.after = after;
        getStyleClass().add("change-bar");
        if (after < before) {
            getStyleClass().add("worse");
        }
        getChildren().addAll(track, way, ring, dot);
        way.setVisible(Double.isFinite(before) && Double.isFinite(after));
        ring.setVisible(Double.isFinite(before));
        dot.setVisible(Double.isFinite(after));
        setMinWidth(40);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2);
        track.resizeRelocate(0, middle, getWidth(), 1);
        double from = at(before);
        double to = at(after);
        way.resizeRelocate(Math.min(from, to), middle - 1, Math.abs(to - from), 3);
        ring.resizeRelocate(from - DOT / 2, middle - DOT / 2, DOT, DOT);
        dot.resizeRelocate(to - DOT / 2, middle - DOT / 2, DOT, DOT);
    }

    /// Dots stay whole at both ends.
    private double at(double share) {
        double room = Math.max(0, getWidth() - DOT);
        return DOT / 2 + (Double.isFinite(share) ? Math.clamp(share, 0, 1) * room : 0);
    }
}
