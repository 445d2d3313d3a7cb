package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.plot.PlotModel.Axis;
import dev.whetstone.desktop.plot.PlotModel.Dots;
import dev.whetstone.desktop.plot.PlotModel.ErrorBars;
import dev.whetstone.desktop.plot.PlotModel.Ink;
import dev.whetstone.desktop.plot.PlotModel.Line;
import dev.whetstone.desktop.plot.PlotModel.Stroke;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.reward.ReliabilityBin;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.ScoredText;
import java.util.Arrays;
import java.util.List;

/// The reward screen's two charts.
final class RewardPlots {
    private static final double COIN = .5;
    private static final int MOST_DOTS = 1_500;
    private static final double Z95 = 1.959964;

    private final Messages messages;

    RewardPlots(Messages messages) {
        this.messages = messages;
    }

    PlotModel noReliability() {
        return new PlotModel(confidence(), share(0.4), List.of(diagonal()));
    }

    /// Bins of confidence with the share that was right, 95 % Wilson intervals, and the diagonal of
    /// perfect calibration.
    PlotModel reliability(RewardReport report) {
        List<ReliabilityBin> bins = PredictedSide.of(report.reliability());
        double[] x = bins.stream().mapToDouble(ReliabilityBin::confidence).toArray();
        double[] y = bins.stream().mapToDouble(ReliabilityBin::accuracy).toArray();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        double lowest = 0.4;
        for (int i = 0; i < x.length; i++) {
            double[] interval = wilson(y[i], bins.get(i).pairs());
            low[i] = interval[0];
            high[i] = interval[1];
            lowest = Math.min(lowest, low[i]);
        }
        return new PlotModel(
                confidence(),
                share(Math.floor(lowest * 10) / 10),
                List.of(
                        diagonal(),
                        new ErrorBars(Ink.SUBJECT, x, low, high),
                        new Line(Ink.SUBJECT, x, y, "", Stroke.SOLID),
                        new Dots(Ink.SUBJECT, x, y, 4)));
    }

    private Axis confidence() {
        return new Axis(messages.t("reward.confidence"), COIN, 1, 1);
    }

    private Axis share(double from) {
        return new Axis(messages.t("reward.share"), from, 1, 1);
    }

    private static Line diagonal() {
        return new Line(
                Ink.BASELINE, new double[] {COIN, 1}, new double[] {COIN, 1}, "", Stroke.DASHED);
    }

    private static double[] wilson(double p, int n) {
        double z2 = Z95 * Z95;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }

    PlotModel noLength() {
        return new PlotModel(
                new Axis(messages.t("reward.chars"), 0, 1, 0),
                new Axis(messages.t("reward.score"), -1, 1, 1),
                List.of());
    }

    /// Scores over characters with the least-squares line; of many points every n-th is drawn.
    PlotModel length(List<ScoredText> points) {
        if (points.isEmpty()) {
            return noLength();
        }
        double[] allX = points.stream().mapToDouble(ScoredText::chars).toArray();
        double[] allY = points.stream().mapToDouble(ScoredText::score).toArray();
        int step = Math.max(1, points.size() / MOST_DOTS);
        double[] x = every(allX, step);
        double[] y = every(allY, step);
        Axis across = Axis.around(messages.t("reward.chars"), 0, allX);
        double[] ends = {across.low(), across.high()};
        return new PlotModel(
                across,
                Axis.around(messages.t("reward.score"), 0, allY),
                List.of(
                        new Dots(Ink.SUBJECT, x, y, 2.5),
                        new Line(
                                Ink.RIVAL,
                                ends,
                                trend(allX, allY, ends),
                                messages.t("reward.trend"),
                                Stroke.SOLID)));
    }

    private static double[] every(double[] values, int step) {
        double[] kept = new double[(values.length + step - 1) / step];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = values[i * step];
        }
        return kept;
    }

    private static double[] trend(double[] x, double[] y, double[] at) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        return new double[] {meanY + slope * (at[0] - meanX), meanY + slope * (at[1] - meanX)};
    }
}
