package dev.whetstone.core.label;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Dawid and Skene's EM (1979), abstaining taken as missing: a rule that is silent on a pair says
/// nothing about it.
public final class DawidSkene implements PairLabelModel {
    /// What is learned of each function: a full table of its errors, or one accuracy.
    public enum Confusion {
        FULL,
        ONE_COIN
    }

    /// When the loop ends.
    public enum Stop {
        /// The summed change of priors and errors is below the tolerance; items without votes take
        /// part.
        PARAMETERS,
        /// crowd-kit's rule: the evidence lower bound a vote gains less than the tolerance; items
        /// without votes are left out.
        LOWER_BOUND
    }

    private final Confusion confusion;
    private final Stop stop;
    private final int maxRounds;
    private final double tolerance;

    public DawidSkene(Confusion confusion, Stop stop, int maxRounds, double tolerance) {
        this.confusion = confusion;
        this.stop = stop;
        this.maxRounds = maxRounds;
        this.tolerance = tolerance;
    }

    /// Full tables until priors and errors rest.
    public DawidSkene() {
        this(Confusion.FULL, Stop.PARAMETERS, 2000, 1e-5);
    }

    /// The fitted model.
    ///
    /// @param priors P(class)
    /// @param errors by function, given vote and true class: P(vote | class)
    /// @param probabilities P(class | votes) by row
    /// @param lowerBounds the evidence lower bound a vote after each round
    public record Fit(
            double[] priors,
            double[][][] errors,
            double[][] probabilities,
            int rounds,
            boolean converged,
            double[] lowerBounds) {}

    @Override
    public String name() {
        return "dawid-skene";
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        votes.requirePairs();
        Fit fit = fit(votes);
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        double[] weights = new double[votes.rules()];
        double[] nothing = new double[votes.rows()];
        Arrays.fill(nothing, Double.NaN);
        for (int j = 0; j < weights.length; j++) {
            double[][] e = fit.errors()[j];
            weights[j] = fit.priors()[0] * e[0][0] + fit.priors()[1] * e[1][1];
            for (int i = 0; i < votes.rows(); i++) {
                if (votes.voted(i, j)) {
                    double[] row = e[votes.vote(i, j)];
                    logOdds[i][j] = Math.log(row[1] / row[0]);
                }
            }
        }
        double bias = Math.log(fit.priors()[1] / fit.priors()[0]);
        return new PairLabels(name(), votes, weights, logOdds, bias, fit.converged(), nothing);
    }

    public Fit fit(LabelMatrix votes) {
        int[] items =
                IntStream.range(0, votes.rows())
                        .filter(i -> stop == Stop.PARAMETERS || votes.votes(i) > 0)
                        .toArray();
        DawidSkeneSteps steps = new DawidSkeneSteps(votes, items, confusion);
        double[][] q = MajorityVote.shares(votes);
        double[] priors = steps.priors(q);
        double[][][] errors = steps.errors(q);
        double[] bounds = new double[maxRounds];
        int round = 0;
        boolean rests = false;
        while (round < maxRounds && !rests) {
            steps.expect(q, priors, errors);
            double[] nextPriors = steps.priors(q);
            double[][][] nextErrors = steps.errors(q);
            bounds[round] = steps.lowerBound(q, nextPriors, nextErrors);
            rests =
                    switch (stop) {
                        case PARAMETERS ->
                                DawidSkeneSteps.change(priors, nextPriors)
                                                + DawidSkeneSteps.change(errors, nextErrors)
                                        < tolerance;
                        case LOWER_BOUND ->
                                round > 0 && bounds[round] - bounds[round - 1] < tolerance;
                    };
            priors = nextPriors;
            errors = nextErrors;
            round++;
        }
        return new Fit(priors, errors, q, round, rests, Arrays.copyOf(bounds, round));
    }
}
