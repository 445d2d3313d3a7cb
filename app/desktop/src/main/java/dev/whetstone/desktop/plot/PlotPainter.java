package dev.whetstone.desktop.plot;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws one [PlotModel] once.
final class PlotPainter {
    private static final double BAND_OPACITY = 0.18;

    private final GraphicsContext g;
    private final Plot.Palette palette;
    private final Font small;
    private final Font bold;
    private final double em;
    private final double width;
    private final double height;
    private double left;
    private double right;
    private double top;
    private double bottom;

    PlotPainter(Canvas canvas, Plot.Palette palette) {
        this.g = canvas.getGraphicsContext2D();
        this.palette = palette;
        this.em = palette.font().getSize();
        this.small = Font.font(palette.font().getFamily(), em * 0.786);
        this.bold = Font.font("Inter Semi Bold", em * 0.786);
        this.width = canvas.getWidth();
        this.height = canvas.getHeight();
    }

    /// A model without layers draws nothing, for its axes would be made up.
    void paint(PlotModel model) {
        if (model.layers().isEmpty()) {
            return;
        }
        List<PlotModel.Tick> xTicks = xTicks(model.x());
        List<Double> yTicks =
                Ticks.between(model.y().low(), model.y().high(), (int) (height / (em * 2.6)));
        double labels =
                yTicks.stream()
                        .mapToDouble(tick -> measure(format(tick, model.y().decimals()), small))
                        .max()
                        .orElse(0);
        left = Math.ceil(labels + em * 0.8);
        right = width - em * 0.9;
        top = em * (model.y().label().isEmpty() ? 0.6 : 1.5);
        bottom = height - em * (model.x().label().isEmpty() ? 1.5 : 2.5);
        if (right - left < em || bottom - top < em) {
            return;
        }
        g.save();
        axes(model, xTicks, yTicks);
        g.beginPath();
        g.rect(left - em / 2, top - em / 2, right - left + em, bottom - top + em / 2 + 1);
        g.closePath();
        g.clip();
        for (PlotModel.Layer layer : model.layers()) {
            draw(model, layer);
        }
        g.restore();
        for (PlotModel.Layer layer : model.layers()) {
            label(model, layer);
        }
    }

    private List<PlotModel.Tick> xTicks(PlotModel.Axis axis) {
        return axis.ticks().isEmpty()
                ? Ticks.between(axis.low(), axis.high(), (int) (width / (em * 5))).stream()
                        .map(tick -> new PlotModel.Tick(tick, format(tick, axis.decimals())))
                        .toList()
                : axis.ticks();
    }

    private void axes(PlotModel model, List<PlotModel.Tick> xTicks, List<Double> yTicks) {
        g.setLineWidth(1);
        g.setFont(small);
        for (double tick : yTicks) {
            double y = Math.round(y(model, tick)) + 0.5;
            g.setStroke(palette.grid());
            g.strokeLine(left, y, right, y);
            write(format(tick, model.y().decimals()), left - em * 0.5, y, TextAlignment.RIGHT);
        }
        g.setStroke(palette.text());
        g.strokeLine(left, Math.round(bottom) + 0.5, right, Math.round(bottom) + 0.5);
        for (PlotModel.Tick tick : xTicks) {
            double half = measure(tick.text(), small) / 2;
            double x = Math.clamp(x(model, tick.at()), left, Math.max(left, width - half));
            write(tick.text(), x, bottom + em * 0.8, TextAlignment.CENTER);
        }
        write(model.x().label(), right, bottom + em * 1.8, TextAlignment.RIGHT);
        write(model.y().label(), left, top - em * 0.9, TextAlignment.LEFT);
    }

    private void draw(PlotModel model, PlotModel.Layer layer) {
        switch (layer) {
            case PlotModel.Line line -> {
                stroke(palette.of(line.ink()), line.stroke());
                polyline(model, line.x(), line.y());
                g.setLineDashes();
            }
            case PlotModel.Band band -> band(model, band);
            case PlotModel.Dots dots -> {
                g.setFill(palette.of(dots.ink()));
                g.setGlobalAlpha(dots.x().length > 60 ? 0.5 : 1);
                for (int i = 0; i < dots.x().length; i++) {
                    double r = dots.radius() * em / 14;
                    g.fillOval(x(model, dots.x()[i]) - r, y(model, dots.y()[i]) - r, 2 * r, 2 * r);
                }
                g.setGlobalAlpha(1);
            }
            case PlotModel.ErrorBars bars -> {
                stroke(palette.of(bars.ink()), PlotModel.Stroke.THIN);
                for (int i = 0; i < bars.x().length; i++) {
                    double x = x(model, bars.x()[i]);
                    g.strokeLine(x, y(model, bars.low()[i]), x, y(model, bars.high()[i]));
                }
            }
            case PlotModel.Bars bars -> {
                g.setFill(palette.of(bars.ink()));
                for (int i = 0; i < bars.left().length; i++) {
                    double x = x(model, bars.left()[i]) + 0.5;
                    double y = y(model, bars.height()[i]);
                    g.fillRect(x, y, x(model, bars.right()[i]) - x - 0.5, bottom - y);
                }
            }
            case PlotModel.Note _ -> {}
        }
    }

    private void band(PlotModel model, PlotModel.Band band) {
        int n = band.x().length;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = x(model, band.x()[i]);
            ys[i] = y(model, band.low()[i]);
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = y(model, band.high()[i]);
        }
        g.setFill(palette.of(band.ink()));
        g.setGlobalAlpha(BAND_OPACITY);
        g.fillPolygon(xs, ys, 2 * n);
        g.setGlobalAlpha(1);
    }

    private void polyline(PlotModel model, double[] xs, double[] ys) {
        g.beginPath();
        boolean open = false;
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(ys[i])) {
                open = false;
            } else if (open) {
                g.lineTo(x(model, xs[i]), y(model, ys[i]));
            } else {
                g.moveTo(x(model, xs[i]), y(model, ys[i]));
                open = true;
            }
        }
        g.stroke();
    }

    /// Words last, so that no line runs through them.
    private void label(PlotModel model, PlotModel.Layer layer) {
        switch (layer) {
            case PlotModel.Line line when !line.label().isEmpty() && line.x().length > 0 -> {
                int last = line.x().length - 1;
                double end = x(model, line.x()[last]);
                double w = measure(line.label(), bold);
                boolean fits = end + em * 0.4 + w <= width;
                double lineY = y(model, line.y()[last]);
                if (!fits && last > 0) {
                    lineY = Math.min(lineY, yAt(model, line, right - w));
                }
                double y = Math.clamp(lineY, top, bottom - em * 0.5);
                note(
                        palette.of(line.ink()),
                        fits ? end + em * 0.4 : right - w,
                        fits ? y : Math.max(y - em * 0.8, em * 0.6),
                        line.label());
            }
            case PlotModel.Note note ->
                    note(
                            palette.of(note.ink()),
                            x(model, note.x()),
                            y(model, note.y()),
                            note.text());
            default -> {}
        }
    }

    /// Height of a line's last stretch at `at`, in pixels.
    private double yAt(PlotModel model, PlotModel.Line line, double at) {
        int last = line.x().length - 1;
        double x0 = x(model, line.x()[last - 1]);
        double x1 = x(model, line.x()[last]);
        double y0 = y(model, line.y()[last - 1]);
        double y1 = y(model, line.y()[last]);
        return x1 <= x0 ? y1 : y0 + (y1 - y0) * (Math.clamp(at, x0, x1) - x0) / (x1 - x0);
    }

    private void note(Paint paint, double x, double y, String text) {
        g.setFont(bold);
        g.setFill(paint);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    private void write(String text, double x, double y, TextAlignment alignment) {
        g.setFont(small);
        g.setFill(palette.text());
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    private void stroke(Paint paint, PlotModel.Stroke stroke) {
        g.setStroke(paint instanceof Color color ? color : paint);
        switch (stroke) {
            case SOLID -> g.setLineWidth(em / 7);
            case THIN -> g.setLineWidth(1);
            case DASHED -> {
                g.setLineWidth(1);
                g.setLineDashes(4, 3);
            }
        }
    }

    private double x(PlotModel model, double value) {
        return left
                + (value - model.x().low()) / (model.x().high() - model.x().low()) * (right - left);
    }

    private double y(PlotModel model, double value) {
        return bottom
                - (value - model.y().low()) / (model.y().high() - model.y().low()) * (bottom - top);
    }

    private static double measure(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    private static String format(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value + 0.0);
        if (text.startsWith("0.")) {
            return text.substring(1);
        }
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
