package dev.whetstone.desktop.reward;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Panels side by side where two are wide enough to be read, one below the other otherwise; as
/// high as the page allows and never lower than they need, for then the page scrolls.
final class FigureGrid {
    private static final double GAP = 12;

    /// Two panels stand side by side from this many times the font's size each.
    private static final double LEAST_EM = 28;

    private final ScrollPane scroll;

    FigureGrid(List<Region> panels) {
        Pane tiles = new Tiles(panels);
        scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinWidth(0);
    }

    Node node() {
        return scroll;
    }

    private static final class Tiles extends Pane {
        private final List<Region> panels;
        private final Text em = new Text("m");

        Tiles(List<Region> panels) {
            this.panels = panels;
            em.setManaged(false);
            em.setVisible(false);
            getChildren().addAll(panels);
            getChildren().add(em);
            setMinWidth(0);
        }

        private int columns(double width) {
            return width >= 2 * LEAST_EM * em.getFont().getSize() + GAP ? 2 : 1;
        }

        private double tile(double width) {
            int columns = columns(width);
            return Math.floor((width - (columns - 1) * GAP) / columns);
        }

        /// What the row that begins with this panel needs.
        private double row(int from, double width) {
            double highest = 0;
            for (int i = from; i < Math.min(from + columns(width), panels.size()); i++) {
                highest = Math.max(highest, panels.get(i).prefHeight(tile(width)));
            }
            return highest;
        }

        private int rows(double width) {
            return (panels.size() + columns(width) - 1) / columns(width);
        }

        private double needed(double width) {
            double height = (rows(width) - 1) * GAP;
            for (int from = 0; from < panels.size(); from += columns(width)) {
                height += row(from, width);
            }
            return height;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(needed(width < 0 ? getWidth() : width));
        }

        @Override
        protected double computePrefWidth(double height) {
            return 2 * LEAST_EM * em.getFont().getSize();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double tile = tile(width);
            double spare = Math.max(0, getHeight() - needed(width)) / rows(width);
            double top = 0;
            for (int from = 0; from < panels.size(); from += columns(width)) {
                double height = Math.floor(row(from, width) + spare);
                for (int i = from; i < Math.min(from + columns(width), panels.size()); i++) {
                    layoutInArea(
                            panels.get(i),
                            (i - from) * (tile + GAP),
                            top,
                            tile,
                            height,
                            0,
                            HPos.LEFT,
                            VPos.TOP);
                }
                top += height + GAP;
            }
        }
    }
}
