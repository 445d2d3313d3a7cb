package dev.whetstone.core.reward;

import dev.whetstone.core.evaluate.Bootstrap;
import dev.whetstone.core.evaluate.Calibration;
import dev.whetstone.core.evaluate.Correlation;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.evaluate.LongestWins;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.ReliabilityBin;
import dev.whetstone.core.evaluate.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Measures a way of training by k folds of whole groups: every judged pair is predicted by a model
/// that saw no pair of its group. Pairs labelled by rules only ever train.
public final class RewardEvaluation {
    private static final int BINS = 10;
    private static final int DRAWS = 1000;

    private final RewardSettings settings;
    private final int folds;

    /// @param folds 2 or more; fewer are used when there are fewer groups
    public RewardEvaluation(RewardSettings settings, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("measuring needs at least 2 folds, not " + folds);
        }
        this.settings = settings;
        this.folds = folds;
    }

    /// @throws IllegalArgumentException when fewer than 3 groups were judged
    public RewardReport evaluate(RewardData data) {
        long start = System.nanoTime();
        int[] judged =
                IntStream.range(0, data.size())
                        .filter(i -> data.pair(i).origin() == RewardPair.Origin.JUDGED)
                        .toArray();
        long groups = IntStream.of(judged).mapToObj(i -> data.pair(i).group()).distinct().count();
        if (groups < 3) {
            throw new IllegalArgumentException(
                    "measuring needs judgements on at least 3 prompts, not " + groups);
        }
        int used = (int) Math.min(folds, groups);
        int[] fold = GroupFolds.of(data.groups(), used, settings.seed());
        double[] z = new double[data.size()];
        double[] uncalibrated = new double[data.size()];
        double[] majority = new double[data.size()];
        for (int k = 0; k < used; k++) {
            int held = k;
            RewardData training =
                    data.select(
                            IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray());
            RewardModel model = new RewardTrainer(settings).train(training);
            double common = Arrays.stream(training.labels()).average().orElse(0.5);
            for (int i : judged) {
                if (fold[i] == held) {
                    z[i] = model.score(data.a(i)).score() - model.score(data.b(i)).score();
                    uncalibrated[i] =
                            model.inverseTemperature() == 0 ? 0 : z[i] / model.inverseTemperature();
                    majority[i] = common;
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return report(data, judged, used, z, uncalibrated, majority, seconds);
    }

    private RewardReport report(
            RewardData data,
            int[] judged,
            int used,
            double[] z,
            double[] uncalibrated,
            double[] majority,
            double seconds) {
        double[] y = pick(judged, i -> data.pair(i).p());
        Predictions model = new Predictions(pick(judged, i -> Logistic.sigmoid(z[i])), y);
        Predictions before =
                new Predictions(pick(judged, i -> Logistic.sigmoid(uncalibrated[i])), y);
        Predictions longest =
                new Predictions(
                        pick(judged, i -> LongestWins.prefersA(data.pair(i).a(), data.pair(i).b())),
                        y);
        double[] lengths = pick(judged, i -> data.a(i).length() - data.b(i).length());
        double[] differences = pick(judged, i -> z[i]);
        int[] shorterWon =
                IntStream.range(0, judged.length)
                        .filter(i -> lengths[i] != 0 && (lengths[i] > 0) == (y[i] < 0.5))
                        .toArray();
        List<String> groups = IntStream.of(judged).mapToObj(i -> data.pair(i).group()).toList();
        Estimate aboveLongest =
                new Bootstrap(groups, DRAWS, new Random(settings.seed()))
                        .interval(
                                items ->
                                        Scores.accuracy(model.select(items)).value()
                                                - Scores.accuracy(longest.select(items)).value());
        List<ReliabilityBin> bins = Calibration.equalWidth(model, BINS);
        return new RewardReport(
                judged.length,
                (int) groups.stream().distinct().count(),
                used,
                Scores.accuracy(model),
                Scores.accuracy(longest),
                Scores.accuracy(new Predictions(pick(judged, i -> majority[i]), y)),
                aboveLongest,
                Scores.logLoss(model),
                Scores.brier(model),
                Calibration.expectedError(bins),
                Calibration.expectedError(Calibration.equalWidth(before, BINS)),
                Scores.logLoss(before),
                Correlation.pearson(differences, lengths),
                Correlation.spearman(differences, lengths),
                Scores.accuracy(model.select(shorterWon)),
                bins,
                seconds);
    }

    private static double[] pick(int[] places, IntToDoubleFunction figure) {
        return IntStream.of(places).mapToDouble(figure).toArray();
    }
}
