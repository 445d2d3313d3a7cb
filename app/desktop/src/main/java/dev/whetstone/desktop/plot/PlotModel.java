package dev.whetstone.desktop.plot;

import java.util.List;

/// What a [Plot] shows. Data coordinates; later layers lie over earlier ones.
public record PlotModel(Axis x, Axis y, List<Layer> layers) {
    public PlotModel {
        layers = List.copyOf(layers);
    }

    /// @param label in words, at the axis' end; may be empty
    /// @param low left or lower end
    /// @param high right or upper end, above `low`
    /// @param decimals digits after the point of tick labels
    /// @param ticks where something other than round numbers is to stand; empty otherwise
    public record Axis(String label, double low, double high, int decimals, List<Tick> ticks) {
        public Axis(String label, double low, double high, int decimals) {
            this(label, low, high, decimals, List.of());
        }

        public Axis {
            ticks = List.copyOf(ticks);
            if (!(high > low)) {
                throw new IllegalArgumentException("empty axis " + low + " to " + high);
            }
        }

        /// An axis that holds all finite values with a twentieth to spare.
        public static Axis around(String label, int decimals, double... values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            if (low > high) {
                return new Axis(label, 0, 1, decimals);
            }
            double spare = high > low ? (high - low) / 20 : Math.max(Math.abs(low) / 10, 0.5);
            return new Axis(label, low - spare, high + spare, decimals);
        }
    }

    /// A label at a place of an axis.
    public record Tick(double at, String text) {}

    /// Which of the theme's series colours.
    public enum Ink {
        BASELINE,
        SUBJECT,
        RIVAL,
        THIRD
    }

    /// Something drawn. Arrays of one layer have the same length.
    public sealed interface Layer {}

    /// @param label written beside its last point in its colour; may be empty
    public record Line(Ink ink, double[] x, double[] y, String label, Stroke stroke)
            implements Layer {}

    /// The ground between two curves.
    public record Band(Ink ink, double[] x, double[] low, double[] high) implements Layer {}

    public record Dots(Ink ink, double[] x, double[] y, double radius) implements Layer {}

    public record ErrorBars(Ink ink, double[] x, double[] low, double[] high) implements Layer {}

    public record Bars(Ink ink, double[] left, double[] right, double[] height) implements Layer {}

    /// A word at a place, in an ink.
    public record Note(Ink ink, double x, double y, String text) implements Layer {}

    /// How a line is drawn.
    public enum Stroke {
        SOLID,
        THIN,
        DASHED
    }
}
