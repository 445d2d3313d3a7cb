package dev.whetstone.core.evaluate;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Win rate of a model over a baseline on the same prompts, raw and with length held equal.
///
/// `preference[i]` is the probability (or verdict: 1, 0.5, 0) that the model's response to prompt i
/// is better; NaN drops the prompt.
public final class WinRate {
    private WinRate() {}

    /// Mean preference with Wilson's interval over prompts, a tie as half a win: unlike a bootstrap
    /// it does not claim certainty where every prompt was won.
    public static Estimate raw(double[] preference) {
        int[] kept = kept(preference);
        return Estimate.ofProportion(
                IntStream.of(kept).mapToDouble(i -> preference[i]).sum(), kept.length);
    }

    /// AlpacaEval's `length_controlled_minimal`: logistic regression of the preference on
    /// tanh((length of base - length of model) / sd) and a constant, sd the sample deviation
    /// of that difference in characters; the win rate is σ(constant), the answer at equal
    /// length. Fitted by Newton's method with a ridge of 1e-9 in place of AlpacaEval's L1
    /// cross-validation (differs by about 0.01 points). The interval is a bootstrap over
    /// prompts, since every prediction of this variant is the same and its own standard error
    /// is 0; where all preferences are alike it is Wilson's of the raw rate.
    public static Estimate lengthControlled(
            double[] preference,
            double[] baseLength,
            double[] modelLength,
            RandomGenerator random) {
        int[] kept = kept(preference);
        if (IntStream.of(kept).mapToDouble(i -> preference[i]).distinct().count() == 1) {
            return raw(preference);
        }
        return bootstrap(kept, random)
                .interval(
                        items -> {
                            int[] rows = IntStream.of(items).map(i -> kept[i]).toArray();
                            return Logistic.sigmoid(
                                    fit(preference, baseLength, modelLength, rows)[1]);
                        });
    }

    /// The two coefficients: of the length feature, and the constant.
    public static double[] lengthControlledWeights(
            double[] preference, double[] baseLength, double[] modelLength) {
        return fit(preference, baseLength, modelLength, kept(preference));
    }

    private static double[] fit(double[] preference, double[] base, double[] model, int[] rows) {
        double[] feature = IntStream.of(rows).mapToDouble(i -> base[i] - model[i]).toArray();
        double mean =
                IntStream.range(0, rows.length).mapToDouble(i -> feature[i]).sum() / rows.length;
        double squares = 0;
        for (double f : feature) {
            squares += (f - mean) * (f - mean);
        }
        double sd = Math.sqrt(squares / (rows.length - 1));
        for (int i = 0; i < feature.length; i++) {
            feature[i] = sd > 0 ? Math.tanh(feature[i] / sd) : 0;
        }
        double[] y = IntStream.of(rows).mapToDouble(i -> preference[i]).toArray();
        return PlattScaling.fit(feature, y, 1e-9);
    }

    private static int[] kept(double[] preference) {
        return IntStream.range(0, preference.length)
                .filter(i -> !Double.isNaN(preference[i]))
                .toArray();
    }

    private static Bootstrap bootstrap(int[] kept, RandomGenerator random) {
        return new Bootstrap(IntStream.range(0, kept.length).boxed().toList(), 1000, random);
    }
}
