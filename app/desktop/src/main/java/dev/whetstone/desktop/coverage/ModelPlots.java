package dev.whetstone.desktop.coverage;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.plot.PlotModel.Axis;
import dev.whetstone.desktop.plot.PlotModel.Dots;
import dev.whetstone.desktop.plot.PlotModel.ErrorBars;
import dev.whetstone.desktop.plot.PlotModel.Ink;
import dev.whetstone.desktop.plot.PlotModel.Line;
import dev.whetstone.desktop.plot.PlotModel.Stroke;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.ModelFit;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;

/// The charts of label models.
final class ModelPlots {
    private static final double COIN = .5;

    private final Messages messages;

    ModelPlots(Messages messages) {
        this.messages = messages;
    }

    PlotModel noReliability() {
        return new PlotModel(sure(), right(0), List.of(diagonal(COIN)));
    }

    /// Bins of max(p, 1 - p) with the share that came true and its 95 % Wilson interval.
    PlotModel reliability(ModelFit fit) {
        List<ReliabilityBin> bins = fit.bins().stream().filter(b -> b.items() > 0).toList();
        double[] x = bins.stream().mapToDouble(ReliabilityBin::predicted).toArray();
        double[] y = bins.stream().mapToDouble(ReliabilityBin::observed).toArray();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int n = bins.get(i).items();
            Estimate interval = Estimate.ofProportion(Math.clamp(y[i] * n, 0, n), n);
            low[i] = interval.low();
            high[i] = interval.high();
        }
        return new PlotModel(
                sure(),
                right(0),
                List.of(
                        diagonal(COIN),
                        new ErrorBars(Ink.SUBJECT, x, low, high),
                        new Line(Ink.SUBJECT, x, y, "", Stroke.SOLID),
                        new Dots(Ink.SUBJECT, x, y, 3.5)));
    }

    private Axis sure() {
        return new Axis(messages.t("models.sure"), COIN, 1, 1);
    }

    private Axis right(double from) {
        return new Axis(messages.t("models.right"), from, 1, 1);
    }

    private static Line diagonal(double from) {
        return new Line(
                Ink.BASELINE, new double[] {from, 1}, new double[] {from, 1}, "", Stroke.DASHED);
    }

    PlotModel noWeights() {
        return new PlotModel(accuracy(), weight(), List.of(diagonal(0)));
    }

    /// What the model believes of each rule's accuracy, σ(weight), over what was counted.
    PlotModel weights(List<RuleRow> rules) {
        List<RuleRow> known =
                rules.stream()
                        .filter(
                                r ->
                                        Double.isFinite(r.figures().accuracy())
                                                && Double.isFinite(r.figures().weight()))
                        .toList();
        double[] x = known.stream().mapToDouble(r -> r.figures().accuracy()).toArray();
        double[] y =
                known.stream().mapToDouble(r -> Logistic.sigmoid(r.figures().weight())).toArray();
        return new PlotModel(
                accuracy(), weight(), List.of(diagonal(0), new Dots(Ink.SUBJECT, x, y, 3)));
    }

    private Axis accuracy() {
        return new Axis(messages.t("models.counted"), 0, 1, 1);
    }

    private Axis weight() {
        return new Axis(messages.t("models.believed"), 0, 1, 1);
    }
}
