package dev.whetstone.desktop.reward;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurvePoint;
import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.plot.PlotModel.Axis;
import dev.whetstone.desktop.plot.PlotModel.Band;
import dev.whetstone.desktop.plot.PlotModel.Dots;
import dev.whetstone.desktop.plot.PlotModel.Ink;
import dev.whetstone.desktop.plot.PlotModel.Line;
import dev.whetstone.desktop.plot.PlotModel.Stroke;
import dev.whetstone.desktop.plot.PlotModel.Tick;
import dev.whetstone.desktop.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// A learning curve over the log of the number of choices: two lines with their bands, and
/// majority vote as a dashed line.
final class CurvePlot {
    private static final double SPARE = .15;
    private static final double RADIUS = 3.5;

    private final Messages messages;

    CurvePlot(Messages messages) {
        this.messages = messages;
    }

    PlotModel nothing() {
        return new PlotModel(new Axis("", 0, 1, 1), new Axis("", 0, 1, 1), List.of());
    }

    PlotModel of(Curve curve) {
        double[] x = curve.points().stream().mapToDouble(CurvePlot::x).toArray();
        List<Tick> ticks =
                curve.points().stream()
                        .map(point -> new Tick(x(point), String.valueOf(point.comparisons())))
                        .toList();
        double left = x[0] - SPARE;
        double right = x[x.length - 1] + SPARE;
        double[] majority = {curve.majority().value(), curve.majority().value()};
        return new PlotModel(
                new Axis(messages.t("reward.curve.choices"), left, right, 0, ticks),
                share(curve),
                List.of(
                        band(Ink.RIVAL, x, curve, CurvePoint::choices),
                        band(Ink.SUBJECT, x, curve, CurvePoint::withRules),
                        new Line(
                                Ink.BASELINE,
                                new double[] {left, right},
                                majority,
                                "",
                                Stroke.DASHED),
                        line(Ink.RIVAL, x, curve, CurvePoint::choices),
                        dots(Ink.RIVAL, x, curve, CurvePoint::choices),
                        line(Ink.SUBJECT, x, curve, CurvePoint::withRules),
                        dots(Ink.SUBJECT, x, curve, CurvePoint::withRules)));
    }

    private static double x(CurvePoint point) {
        return Math.log(point.comparisons()) / Math.log(2);
    }

    /// From the tenth below everything to the tenth above it.
    private Axis share(Curve curve) {
        DoubleStream.Builder ends = DoubleStream.builder();
        for (CurvePoint point : curve.points()) {
            for (Estimate estimate : List.of(point.choices(), point.withRules())) {
                ends.add(estimate.low()).add(estimate.high());
            }
        }
        double[] values = ends.add(curve.majority().value()).build().toArray();
        double low = Math.floor(DoubleStream.of(values).min().orElse(0) * 10) / 10;
        double high = Math.ceil(DoubleStream.of(values).max().orElse(1) * 10) / 10;
        return new Axis(messages.t("reward.curve.right"), low, Math.max(high, low + .1), 1);
    }

    private static Band band(
            Ink ink, double[] x, Curve curve, Function<CurvePoint, Estimate> figure) {
        return new Band(
                ink,
                x,
                values(curve, point -> figure.apply(point).low()),
                values(curve, point -> figure.apply(point).high()));
    }

    private static Line line(
            Ink ink, double[] x, Curve curve, Function<CurvePoint, Estimate> figure) {
        return new Line(
                ink, x, values(curve, point -> figure.apply(point).value()), "", Stroke.SOLID);
    }

    private static Dots dots(
            Ink ink, double[] x, Curve curve, Function<CurvePoint, Estimate> figure) {
        return new Dots(ink, x, values(curve, point -> figure.apply(point).value()), RADIUS);
    }

    private static double[] values(Curve curve, ToDoubleFunction<CurvePoint> figure) {
        return curve.points().stream().mapToDouble(figure).toArray();
    }
}
