package dev.whetstone.desktop.plot;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/// A chart on a canvas: lines, bands, dots, error bars, labels at the curves instead of a
/// legend. Its colours are css properties, so it follows the theme.
public final class Plot extends Region {
    private static final StyleablePropertyFactory<Plot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Plot, Paint> SERIES_0 = ink("-ws-plot-0", p -> p.series0);
    private static final CssMetaData<Plot, Paint> SERIES_1 = ink("-ws-plot-1", p -> p.series1);
    private static final CssMetaData<Plot, Paint> SERIES_2 = ink("-ws-plot-2", p -> p.series2);
    private static final CssMetaData<Plot, Paint> SERIES_3 = ink("-ws-plot-3", p -> p.series3);
    private static final CssMetaData<Plot, Paint> TEXT = ink("-ws-plot-text", p -> p.text);
    private static final CssMetaData<Plot, Paint> GRID = ink("-ws-plot-grid", p -> p.grid);
    private static final CssMetaData<Plot, Font> FONT =
            CSS.createFontCssMetaData("-fx-font", p -> p.font, Font.getDefault(), true);

    private final StyleableObjectProperty<Paint> series0 = paint(SERIES_0);
    private final StyleableObjectProperty<Paint> series1 = paint(SERIES_1);
    private final StyleableObjectProperty<Paint> series2 = paint(SERIES_2);
    private final StyleableObjectProperty<Paint> series3 = paint(SERIES_3);
    private final StyleableObjectProperty<Paint> text = paint(TEXT);
    private final StyleableObjectProperty<Paint> grid = paint(GRID);
    private final StyleableObjectProperty<Font> font =
            new javafx.css.SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());
    private final Canvas canvas = new Canvas();
    private PlotModel model;

    public Plot(PlotModel initial) {
        model = initial;
        getStyleClass().add("plot");
        getChildren().add(canvas);
        setMinSize(0, 0);
        List.of(series0, series1, series2, series3, text, grid, font)
                .forEach(property -> property.addListener((o, before, now) -> requestLayout()));
    }

    public void show(PlotModel newModel) {
        model = newModel;
        requestLayout();
    }

    public PlotModel model() {
        return model;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(getWidth(), 0);
        double height = Math.max(getHeight(), 0);
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        if (width > 40 && height > 40) {
            new PlotPainter(canvas, palette()).paint(model);
        }
    }

    private Palette palette() {
        return new Palette(
                series0.get(),
                series1.get(),
                series2.get(),
                series3.get(),
                text.get(),
                grid.get(),
                font.get());
    }

    record Palette(
            Paint series0,
            Paint series1,
            Paint series2,
            Paint series3,
            Paint text,
            Paint grid,
            Font font) {
        Paint of(PlotModel.Ink ink) {
            return switch (ink) {
                case BASELINE -> series0;
                case SUBJECT -> series1;
                case RIVAL -> series2;
                case THIRD -> series3;
            };
        }
    }

    private static CssMetaData<Plot, Paint> ink(
            String name, java.util.function.Function<Plot, StyleableObjectProperty<Paint>> get) {
        return CSS.createPaintCssMetaData(name, get::apply, Color.GRAY, false);
    }

    private StyleableObjectProperty<Paint> paint(CssMetaData<Plot, Paint> data) {
        return new javafx.css.SimpleStyleableObjectProperty<>(
                data, this, data.getProperty(), Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
