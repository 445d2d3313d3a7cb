package dev.whetstone.desktop.coverage;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A weight as a bar from the middle: to the right for A, to the left for B.
final class WeightBar extends Pane {
    private final double share;
    private final Region middle = new Region();
    private final Region bar = new Region();

    /// @param share of the widest bar, -1 to 1
    WeightBar(double share) {
        this.share = share;
        getStyleClass().add("weight-bar");
        middle.getStyleClass().add("middle");
        bar.getStyleClass().add(share >= 0 ? "part-up" : "part-down");
        getChildren().addAll(middle, bar);
        setMinWidth(40);
    }

    @Override
    protected void layoutChildren() {
        double centre = Math.round(getWidth() / 2);
        double length = Math.abs(share) * centre;
        bar.resizeRelocate(share >= 0 ? centre : centre - length, 0, length, getHeight());
        middle.resizeRelocate(centre, 0, 1, getHeight());
    }
}
