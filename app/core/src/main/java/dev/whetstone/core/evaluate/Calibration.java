package dev.whetstone.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Whether stated probabilities come true: reliability bins and the expected calibration error
/// Σ n_b/n · |observed - predicted| over them (Naeini et al. 2015).
public final class Calibration {
    private Calibration() {}

    /// Bins [i/M, (i+1)/M) over p, the last one closed.
    public static List<ReliabilityBin> equalWidth(Predictions of, int bins) {
        return widthBins(of.size(), of::p, of::y, bins);
    }

    /// Bins of equal counts: sorted by p (stable), cut into M groups of which the first n mod
    /// M have one item more. Empty groups are left out.
    public static List<ReliabilityBin> equalMass(Predictions of, int bins) {
        Integer[] order = IntStream.range(0, of.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(of::p));
        List<ReliabilityBin> result = new ArrayList<>();
        int from = 0;
        for (int b = 0; b < bins; b++) {
            int to = from + order.length / bins + (b < order.length % bins ? 1 : 0);
            if (to > from) {
                double p = 0;
                double y = 0;
                for (int i = from; i < to; i++) {
                    p += of.p(order[i]);
                    y += of.y(order[i]);
                }
                int n = to - from;
                result.add(
                        new ReliabilityBin(
                                of.p(order[from]), of.p(order[to - 1]), n, p / n, y / n));
            }
            from = to;
        }
        return result;
    }

    /// Bins of equal width over the confidence max(p, 1-p); the outcome is whether the
    /// predicted side came true (p = 0.5 predicts A).
    public static List<ReliabilityBin> confidence(Predictions of, int bins) {
        return widthBins(
                of.size(),
                i -> Math.max(of.p(i), 1 - of.p(i)),
                i -> of.p(i) >= 0.5 ? of.y(i) : 1 - of.y(i),
                bins);
    }

    public static double expectedError(List<ReliabilityBin> bins) {
        double n = bins.stream().mapToInt(ReliabilityBin::items).sum();
        return bins.stream().mapToDouble(bin -> bin.items() / n * bin.gap()).sum();
    }

    private static List<ReliabilityBin> widthBins(
            int n, IntToDoubleFunction x, IntToDoubleFunction y, int bins) {
        double[] sumX = new double[bins];
        double[] sumY = new double[bins];
        int[] count = new int[bins];
        for (int i = 0; i < n; i++) {
            int b = Math.min(bins - 1, (int) (x.applyAsDouble(i) * bins));
            sumX[b] += x.applyAsDouble(i);
            sumY[b] += y.applyAsDouble(i);
            count[b]++;
        }
        List<ReliabilityBin> result = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            result.add(
                    new ReliabilityBin(
                            (double) b / bins,
                            (b + 1.0) / bins,
                            count[b],
                            sumX[b] / count[b],
                            sumY[b] / count[b]));
        }
        return result;
    }
}
