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
        return report(data, score(data));
    }

    /// Hears how far the work is, on the thread that asked for it; may end it by an exception.
    @FunctionalInterface
    public interface Listener {
        void folds(int done, int of);
    }

    /// @throws IllegalArgumentException when fewer than 3 groups were judged
    public HeldOutScores score(RewardData data) {
        return score(data, (done, of) -> {});
    }

    /// @throws IllegalArgumentException when fewer than 3 groups were judged
    public HeldOutScores score(RewardData data, Listener listener) {
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
        double[] z = new double[judged.length];
        double[] uncalibrated = new double[judged.length];
        double[] commoner = new double[judged.length];
        for (int k = 0; k < used; k++) {
            listener.folds(k, used);
            int held = k;
            RewardData training =
                    data.select(
                            IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray());
            RewardModel model = new RewardTrainer(settings).train(training);
            double common = Arrays.stream(training.labels()).average().orElse(0.5);
            for (int j = 0; j < judged.length; j++) {
                int i = judged[j];
                if (fold[i] == held) {
                    z[j] = model.score(data.a(i)).score() - model.score(data.b(i)).score();
                    uncalibrated[j] =
                            model.inverseTemperature() == 0 ? 0 : z[j] / model.inverseTemperature();
                    commoner[j] = common;
                }
            }
        }
        listener.folds(used, used);
        return new HeldOutScores(
                judged, z, uncalibrated, commoner, used, (System.nanoTime() - start) / 1e9);
    }

    /// What the scores say.
    ///
    /// @param held scores of this data
    public RewardReport report(RewardData data, HeldOutScores held) {
        int[] judged = held.places();
        double[] y = pick(judged, i -> data.pair(i).p());
        Predictions model =
                new Predictions(IntStream.range(0, held.size()).mapToDouble(held::p).toArray(), y);
        Predictions before =
                new Predictions(
                        Arrays.stream(held.uncalibrated()).map(Logistic::sigmoid).toArray(), y);
        Predictions longest =
                new Predictions(
                        pick(judged, i -> LongestWins.prefersA(data.pair(i).a(), data.pair(i).b())),
                        y);
        double[] lengths = pick(judged, i -> data.a(i).length() - data.b(i).length());
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
                held.folds(),
                Scores.accuracy(model),
                Scores.accuracy(longest),
                Scores.accuracy(new Predictions(held.commoner(), y)),
                aboveLongest,
                Scores.logLoss(model),
                Scores.brier(model),
                Calibration.expectedError(bins),
                Calibration.expectedError(Calibration.equalWidth(before, BINS)),
                Scores.logLoss(before),
                Correlation.pearson(held.logOdds(), lengths),
                Correlation.spearman(held.logOdds(), lengths),
                Scores.accuracy(model.select(shorterWon)),
                bins,
                held.seconds());
    }

    private static double[] pick(int[] places, IntToDoubleFunction figure) {
        return IntStream.of(places).mapToDouble(figure).toArray();
    }
}
