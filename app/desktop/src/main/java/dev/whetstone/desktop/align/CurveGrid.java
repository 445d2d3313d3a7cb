package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.plot.PlotModel.Axis;
import dev.whetstone.desktop.plot.PlotModel.Ink;
import dev.whetstone.desktop.plot.PlotModel.Layer;
import dev.whetstone.desktop.plot.PlotModel.Line;
import dev.whetstone.desktop.plot.PlotModel.Stroke;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// TRL's metrics as small charts: the value of each step, thin, and its moving mean.
final class CurveGrid extends GridPane {
    private static final int WINDOW = 10;
    private static final double LN_2 = Math.log(2);

    private final LiveCurves curves;
    private final Messages messages;
    private final List<Runnable> updates = new ArrayList<>();

    CurveGrid(LiveCurves curves, Messages messages) {
        this.curves = curves;
        this.messages = messages;
        getStyleClass().add("curve-grid");
        add("loss", 2, 0, 0, this::lossStart);
        add("rewards/accuracies", 1, 1, 0, () -> Mark.at(0.5));
        add("rewards/margins", 2, 0, 1, () -> Mark.at(0));
        addPair();
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(50);
            getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setPercentHeight(50);
            getRowConstraints().add(row);
        }
        setMinHeight(0);
    }

    /// A level to hold the values against; none where there is none.
    private record Mark(OptionalDouble level, String label) {
        static Mark at(double level) {
            return new Mark(OptionalDouble.of(level), "");
        }
    }

    private Mark lossStart() {
        OptionalDouble start = curves.lossStart();
        if (start.isEmpty()) {
            return new Mark(start, "");
        }
        boolean ln2 = Math.abs(start.getAsDouble() - LN_2) < 1e-9;
        return new Mark(
                start,
                ln2
                        ? messages.t("align.ln2")
                        : messages.t("align.loss.start", start.getAsDouble()));
    }

    /// Draws what the curves hold now.
    void refresh() {
        updates.forEach(Runnable::run);
    }

    private void add(String metric, int decimals, int column, int row, Supplier<Mark> marks) {
        Label newest = Controls.yielding("", "muted", "small");
        Plot plot = new Plot(empty(decimals));
        plot.setAccessibleText(metric);
        place(metric, newest, plot, column, row);
        updates.add(
                () -> {
                    double[] y = curves.of(metric);
                    newest.setText(y.length == 0 ? "" : Numbers.share(mean(y, y.length - 1)));
                    Mark mark = marks.get();
                    double[] bounds =
                            DoubleStream.concat(DoubleStream.of(y), mark.level().stream())
                                    .toArray();
                    double[] x = steps(y.length);
                    List<Layer> layers = new ArrayList<>();
                    mark.level()
                            .ifPresent(
                                    level ->
                                            layers.add(
                                                    new Line(
                                                            Ink.BASELINE,
                                                            new double[] {
                                                                0, Math.max(1, y.length - 1)
                                                            },
                                                            new double[] {level, level},
                                                            mark.label(),
                                                            Stroke.DASHED)));
                    layers.add(new Line(Ink.SUBJECT, x, y, "", Stroke.THIN));
                    layers.add(new Line(Ink.SUBJECT, x, means(y), "", Stroke.SOLID));
                    plot.show(model(y.length, Axis.around("", decimals, bounds), layers));
                });
    }

    private void addPair() {
        Label newest = Controls.yielding("", "muted", "small");
        Plot plot = new Plot(empty(0));
        plot.setAccessibleText("logps");
        place("logps", newest, plot, 1, 1);
        updates.add(
                () -> {
                    double[] chosen = means(curves.of("logps/chosen"));
                    double[] rejected = means(curves.of("logps/rejected"));
                    double[] all = new double[chosen.length + rejected.length];
                    System.arraycopy(chosen, 0, all, 0, chosen.length);
                    System.arraycopy(rejected, 0, all, chosen.length, rejected.length);
                    plot.show(
                            model(
                                    chosen.length,
                                    Axis.around("", 0, all),
                                    List.of(
                                            new Line(
                                                    Ink.SUBJECT,
                                                    steps(chosen.length),
                                                    chosen,
                                                    messages.t("align.chosen"),
                                                    Stroke.SOLID),
                                            new Line(
                                                    Ink.RIVAL,
                                                    steps(rejected.length),
                                                    rejected,
                                                    messages.t("align.rejected"),
                                                    Stroke.SOLID))));
                });
    }

    private void place(String title, Label newest, Plot plot, int column, int row) {
        Panel panel = new Panel(title, Controls.spacer(), newest);
        panel.grow(plot);
        panel.setMinSize(0, 0);
        panel.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setHgrow(panel, Priority.ALWAYS);
        setVgrow(panel, Priority.ALWAYS);
        add(panel, column, row);
    }

    private PlotModel empty(int decimals) {
        return new PlotModel(
                new Axis(messages.t("align.step"), 0, 10, 0),
                new Axis("", 0, 1, decimals),
                List.of());
    }

    private PlotModel model(int n, Axis y, List<Layer> layers) {
        return new PlotModel(
                new Axis(messages.t("align.step"), 0, Math.max(10, n * 1.15), 0), y, layers);
    }

    private static double[] steps(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static double[] means(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> mean(values, i)).toArray();
    }

    private static double mean(double[] values, int at) {
        int from = Math.max(0, at - WINDOW + 1);
        double sum = 0;
        for (int i = from; i <= at; i++) {
            sum += values[i];
        }
        return sum / (at - from + 1);
    }
}
