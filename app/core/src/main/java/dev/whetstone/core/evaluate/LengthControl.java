package dev.whetstone.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// AlpacaEval's length-controlled win rate with all three features, `length_controlled_noreg`: a
/// logistic regression without intercept of the preference on tanh((length of base - length of
/// model) / sd), on the instruction's difficulty, and on 1; the win rate is the mean over
/// instructions of σ(w_difficulty · difficulty + w_1), the answer at equal length. The penalty is
/// L1; of ten strengths from 1e-4 to 1e4 the one with the least loss over five folds is taken
/// (AlpacaEval: metrics/glm_winrate.py with scikit-learn's LogisticRegressionCV). Its folds depend
/// on NumPy's random numbers; here instructions are dealt by the seed.
public final class LengthControl {
    private static final int FOLDS = 5;
    private static final int DRAWS = 200;
    private static final double[] GRID =
            IntStream.range(0, 10).mapToDouble(i -> Math.pow(10, -4 + 8.0 * i / 9)).toArray();

    private LengthControl() {}

    /// @param preference as for [WinRate]; NaN drops the prompt
    /// @param baseLength characters of the baseline's responses
    /// @param modelLength characters of the model's responses
    /// @param difficulty of each prompt, in AlpacaEval's units
    /// @return with the middle 95 % of 200 draws of the prompts, the strength chosen once
    /// @throws IllegalArgumentException when fewer than ten prompts have a preference
    public static Estimate full(
            double[] preference,
            double[] baseLength,
            double[] modelLength,
            double[] difficulty,
            long seed) {
        int[] kept =
                IntStream.range(0, preference.length)
                        .filter(i -> !Double.isNaN(preference[i]))
                        .toArray();
        if (kept.length < 2 * FOLDS) {
            throw new IllegalArgumentException(
                    "a length-controlled win rate needs 10 preferences, not " + kept.length);
        }
        double[][] features = features(kept, baseLength, modelLength, difficulty);
        double[] y = Arrays.stream(kept).mapToDouble(i -> preference[i]).toArray();
        double strength = regression(features, y).chooseStrength(GRID, folds(kept.length, seed));
        RandomGenerator random = new Random(seed);
        return new Bootstrap(IntStream.range(0, kept.length).boxed().toList(), DRAWS, random)
                .interval(items -> rate(features, y, items, strength, difficulty));
    }

    private static double[][] features(
            int[] kept, double[] base, double[] model, double[] difficulty) {
        double[] apart = Arrays.stream(kept).mapToDouble(i -> base[i] - model[i]).toArray();
        double mean = Arrays.stream(apart).average().orElse(0);
        double squares = Arrays.stream(apart).map(d -> (d - mean) * (d - mean)).sum();
        double sd = Math.sqrt(squares / (apart.length - 1));
        double[][] features = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            features[i] =
                    new double[] {sd > 0 ? Math.tanh(apart[i] / sd) : 0, difficulty[kept[i]], 1};
        }
        return features;
    }

    private static LassoLogistic regression(double[][] features, double[] y) {
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        return new LassoLogistic(features, y, weights);
    }

    private static int[] folds(int rows, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] folds = new int[rows];
        for (int i = 0; i < rows; i++) {
            folds[order.get(i)] = i % FOLDS;
        }
        return folds;
    }

    /// Over all instructions, those without a preference too.
    private static double rate(
            double[][] features, double[] y, int[] items, double strength, double[] difficulty) {
        double[][] x = Arrays.stream(items).mapToObj(i -> features[i]).toArray(double[][]::new);
        double[] w =
                regression(x, Arrays.stream(items).mapToDouble(i -> y[i]).toArray()).fit(strength);
        return Arrays.stream(difficulty)
                .map(d -> Logistic.sigmoid(w[1] * d + w[2]))
                .average()
                .orElse(Double.NaN);
    }
}
