package dev.whetstone.engine.loss;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// AOT (Melnyk and others 2024): two distributions over the step are compared quantile by
/// quantile, -log s(b (upper_k - lower_k)). Labels belong to pairs and quantiles do not, so
/// that the mean of p over the step says how far the labels hold. Where pairs have weights,
/// the k-th quantile has the k-th pair's, as in TRL.
///
/// @param smoothing probability that a label is wrong
public record QuantileTerm(Compared compared, double beta, double smoothing) implements Term {
    /// Which two distributions.
    public enum Compared {
        /// The policy's margins and the reference's.
        MARGINS,
        /// Log-ratios of chosen and of rejected responses.
        RESPONSES
    }

    @Override
    public List<PairLoss> of(List<PairScores> step) {
        int[] upper = order(step, this::upper);
        int[] lower = order(step, this::lower);
        double right = step.stream().mapToDouble(PairScores::p).average().orElse(1);
        double wrong = right * smoothing + (1 - right) * (1 - smoothing);
        PairLoss[] result = new PairLoss[step.size()];
        Arrays.fill(result, PairLoss.NONE);
        for (int k = 0; k < result.length; k++) {
            PairScores high = step.get(upper[k]);
            PairScores low = step.get(lower[k]);
            Slopes slopes =
                    Logistic.smoothed(beta * (upper(high) - lower(low)), wrong)
                            .times(step.get(k).weight());
            double slope = beta * slopes.chosen();
            boolean margins = compared == Compared.MARGINS;
            result[k] = result[k].plus(new PairLoss(slopes.loss(), 0, 0, 0, 0));
            result[upper[k]] =
                    result[upper[k]].plus(new PairLoss(0, slope, margins ? -slope : 0, 0, 0));
            if (!margins) {
                result[lower[k]] = result[lower[k]].plus(new PairLoss(0, 0, -slope, 0, 0));
            }
        }
        return List.of(result);
    }

    private double upper(PairScores pair) {
        return compared == Compared.MARGINS
                ? pair.chosen().logProb() - pair.rejected().logProb()
                : pair.chosen().ratio();
    }

    private double lower(PairScores pair) {
        return compared == Compared.MARGINS
                ? pair.chosen().reference() - pair.rejected().reference()
                : pair.rejected().ratio();
    }

    private static int[] order(List<PairScores> step, ToDoubleFunction<PairScores> value) {
        return IntStream.range(0, step.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> value.applyAsDouble(step.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public boolean reference() {
        return true;
    }

    @Override
    public boolean coupled() {
        return true;
    }

    @Override
    public boolean perToken() {
        return false;
    }

    @Override
    public double level(Scored response) {
        return response.ratio();
    }

    @Override
    public Map<String, Double> metrics(PairScores pair) {
        return Map.of();
    }
}
