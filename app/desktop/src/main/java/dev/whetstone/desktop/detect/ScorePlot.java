package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.plot.PlotModel.Axis;
import dev.whetstone.desktop.plot.PlotModel.Bars;
import dev.whetstone.desktop.plot.PlotModel.Ink;
import dev.whetstone.desktop.plot.PlotModel.Line;
import dev.whetstone.desktop.plot.PlotModel.Stroke;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.detectors.Found;
import java.util.List;

/// How many replies have which score, with the threshold across.
final class ScorePlot {
    private final Messages messages;

    ScorePlot(Messages messages) {
        this.messages = messages;
    }

    PlotModel none() {
        return new PlotModel(score(), replies(1), List.of());
    }

    PlotModel of(Found found, double threshold) {
        double[] left = new double[Found.BINS];
        double[] right = new double[Found.BINS];
        double[] height = new double[Found.BINS];
        double most = 1;
        for (int i = 0; i < Found.BINS; i++) {
            left[i] = (double) i / Found.BINS;
            right[i] = (i + 1.0) / Found.BINS;
            height[i] = found.bins().get(i);
            most = Math.max(most, height[i]);
        }
        double top = most * 1.05;
        return new PlotModel(
                score(),
                replies(top),
                List.of(
                        new Bars(Ink.SUBJECT, left, right, height),
                        new Line(
                                Ink.RIVAL,
                                new double[] {threshold, threshold},
                                new double[] {0, top},
                                "",
                                Stroke.DASHED)));
    }

    private Axis score() {
        return new Axis(messages.t("detect.axis.score"), 0, 1, 1);
    }

    private Axis replies(double top) {
        return new Axis(messages.t("detect.axis.replies"), 0, top, 0);
    }
}
