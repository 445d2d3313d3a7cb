package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Gold-only shrunk weights: each rule weighs the log-odds of its accuracy on the experts' own
/// pairs, shrunk towards the prior; w_j = s · f_j · ln(a_j / (1 - a_j)), p = σ(Σ w_j vote_j).
/// The scale s (one over the temperature) is fitted on the judged pairs and shrunk towards no
/// confidence, because rules that tell the same story otherwise count as independent
/// witnesses. No iteration; swapping the sides of a pair turns p into 1 - p.
public final class GoldOnlyWeights implements PairLabelModel {
    /// Judged pairs that were a coin's tosses, added when the scale is fitted.
    private static final double COIN_PAIRS = 20;

    private static final double LEAST_SCALE = 0.02;

    /// Whether the log-odds are divided by a temperature fitted on the judged pairs.
    public enum Temperature {
        FITTED,
        ONE
    }

    private final BetaPrior prior;
    private final double[] families;
    private final Temperature temperature;

    /// @param families weight 1 / (size of its family) of each rule; empty when all are on their
    /// own
    public GoldOnlyWeights(BetaPrior prior, double[] families, Temperature temperature) {
        this.prior = prior;
        this.families = families.clone();
        this.temperature = temperature;
    }

    public GoldOnlyWeights(BetaPrior prior, double[] families) {
        this(prior, families, Temperature.FITTED);
    }

    public GoldOnlyWeights() {
        this(BetaPrior.NORMAL, new double[0]);
    }

    @Override
    public String name() {
        return "gold";
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        double scale = temperature == Temperature.ONE ? 1 : scale(votes, gold);
        double[] weights = unscaledWeights(votes, gold);
        Arrays.setAll(weights, j -> scale * weights[j]);
        return PairLabels.symmetric(name(), votes, weights);
    }

    /// f_j · ln(a_j / (1 - a_j)), before the scale.
    public double[] unscaledWeights(LabelMatrix votes, Gold gold) {
        double[] accuracies = accuracies(votes, gold, prior);
        return RuleFamilies.weigh(accuracies, families);
    }

    /// Accuracies on judged pairs, a tie half right, a rule's own source pair left out.
    static double[] accuracies(LabelMatrix votes, Gold gold, BetaPrior prior) {
        Counts counts = Counts.of(votes, gold);
        double[] accuracies = new double[votes.rules()];
        Arrays.setAll(accuracies, j -> prior.accuracy(counts.right()[j], counts.counted()[j]));
        return accuracies;
    }

    /// How often each rule was right on judged pairs, of how many votes.
    private record Counts(double[] right, int[] counted) {
        static Counts of(LabelMatrix votes, Gold gold) {
            votes.requirePairs();
            if (gold.rows() != votes.rows()) {
                throw new IllegalArgumentException(
                        "judgements on " + gold.rows() + " rows of " + votes.rows());
            }
            double[] right = new double[votes.rules()];
            int[] counted = new int[votes.rules()];
            for (int j = 0; j < right.length; j++) {
                for (int i = 0; i < votes.rows(); i++) {
                    if (votes.voted(i, j) && gold.countsFor(i, j)) {
                        right[j] += agreement(votes.sign(i, j), gold.preference(i));
                        counted[j]++;
                    }
                }
            }
            return new Counts(right, counted);
        }
    }

    static double agreement(int sign, double preference) {
        return sign > 0 ? preference : 1 - preference;
    }

    /// The scale with the least log loss on the judged pairs, each predicted from counts without
    /// itself, plus 20 pairs of the same size of log-odds on which a coin was tossed. One Newton
    /// problem in one variable; never below 0.02, so that a side stays a side; and 0.02 when no
    /// judged pair has a vote, since nothing then supports more.
    public double scale(LabelMatrix votes, Gold gold) {
        double[] z = leaveOneOut(votes, gold);
        double[] y =
                IntStream.range(0, votes.rows())
                        .filter(gold::judged)
                        .mapToDouble(gold::preference)
                        .toArray();
        int judged = y.length;
        double squares = Arrays.stream(z).map(v -> v * v).sum();
        if (squares == 0) {
            return LEAST_SCALE;
        }
        double typical = Math.sqrt(squares / judged);
        double scale = 0.5;
        for (int round = 0; round < 100; round++) {
            double gradient = COIN_PAIRS * typical * (Logistic.sigmoid(scale * typical) - 0.5);
            double curvature = COIN_PAIRS * typical * typical * slope(scale * typical);
            for (int g = 0; g < judged; g++) {
                gradient += z[g] * (Logistic.sigmoid(scale * z[g]) - y[g]);
                curvature += z[g] * z[g] * slope(scale * z[g]);
            }
            double step = Math.clamp(gradient / curvature, -0.5, 0.5);
            scale -= step;
            if (Math.abs(step) < 1e-12) {
                break;
            }
        }
        return Math.max(LEAST_SCALE, scale);
    }

    /// Unscaled log-odds of the judged pairs, each from the counts without itself.
    private double[] leaveOneOut(LabelMatrix votes, Gold gold) {
        Counts counts = Counts.of(votes, gold);
        return IntStream.range(0, votes.rows())
                .filter(gold::judged)
                .mapToDouble(
                        i -> {
                            double[] accuracies = new double[votes.rules()];
                            for (int j = 0; j < accuracies.length; j++) {
                                boolean own = votes.voted(i, j) && gold.countsFor(i, j);
                                accuracies[j] =
                                        prior.accuracy(
                                                counts.right()[j]
                                                        - (own
                                                                ? agreement(
                                                                        votes.sign(i, j),
                                                                        gold.preference(i))
                                                                : 0),
                                                counts.counted()[j] - (own ? 1 : 0));
                            }
                            double[] weights = RuleFamilies.weigh(accuracies, families);
                            return IntStream.range(0, weights.length)
                                    .mapToDouble(j -> weights[j] * votes.sign(i, j))
                                    .sum();
                        })
                .toArray();
    }

    private static double slope(double z) {
        double p = Logistic.sigmoid(z);
        return p * (1 - p);
    }
}
