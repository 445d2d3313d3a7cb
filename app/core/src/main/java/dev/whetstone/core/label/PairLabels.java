package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import dev.whetstone.core.evaluate.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The labels that one model gave to all pairs of a matrix.
public final class PairLabels {
    private final String model;
    private final LabelMatrix votes;
    private final double[] weights;
    private final double[][] logOdds;
    private final double bias;
    private final boolean converged;
    private final double[] clamped;
    /// Log-odds by all rules together.
    private final double[] totals;

    /// @param model name as on the command line, e.g. `gold`
    /// @param weights what the model learned of each rule: the log-odds of its being right, or the
    ///     model's own measure
    /// @param logOdds by row and rule; 0 where the rule abstained
    /// @param bias log-odds of class 1 before any vote
    /// @param clamped judged rows' p, NaN elsewhere
    PairLabels(
            String model,
            LabelMatrix votes,
            double[] weights,
            double[][] logOdds,
            double bias,
            boolean converged,
            double[] clamped) {
        this.model = model;
        this.votes = votes;
        this.weights = weights;
        this.logOdds = logOdds;
        this.bias = bias;
        this.converged = converged;
        this.clamped = clamped;
        this.totals = new double[votes.rows()];
        Arrays.setAll(totals, row -> total(logOdds[row], bias));
    }

    /// Labels of a model in which a rule's vote always counts the same for either side.
    static PairLabels symmetric(String model, LabelMatrix votes, double[] weights) {
        double[] nothing = new double[votes.rows()];
        Arrays.fill(nothing, Double.NaN);
        return symmetric(model, votes, weights, true, nothing);
    }

    static PairLabels symmetric(
            String model,
            LabelMatrix votes,
            double[] weights,
            boolean converged,
            double[] clamped) {
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        for (int i = 0; i < votes.rows(); i++) {
            for (int j = 0; j < votes.rules(); j++) {
                logOdds[i][j] = weights[j] * votes.sign(i, j);
            }
        }
        return new PairLabels(model, votes, weights, logOdds, 0, converged, clamped);
    }

    public String model() {
        return model;
    }

    public int size() {
        return votes.rows();
    }

    /// What was learned of each rule.
    public double[] weights() {
        return weights.clone();
    }

    /// Whether an iterative fit came to rest.
    public boolean converged() {
        return converged;
    }

    /// p(A preferred).
    public double p(int row) {
        return Double.isNaN(clamped[row]) ? rulesAlone(row) : clamped[row];
    }

    public double[] p() {
        return IntStream.range(0, size()).mapToDouble(this::p).toArray();
    }

    public PairLabel label(int row) {
        List<PairLabel.Contribution> contributions = new ArrayList<>();
        for (int j = 0; j < votes.rules(); j++) {
            if (votes.voted(row, j)) {
                contributions.add(
                        new PairLabel.Contribution(votes.names().get(j), logOdds[row][j]));
            }
        }
        return new PairLabel(
                p(row),
                Double.isNaN(clamped[row]) ? PairLabel.Origin.RULES : PairLabel.Origin.JUDGED,
                bias,
                contributions);
    }

    /// On how many rows the preferred side changes (or becomes, or ceases to be, undecided)
    /// when the rule is switched off and all else stays.
    public int flips(int rule) {
        int flips = 0;
        for (int i = 0; i < size(); i++) {
            flips += turns(i, rule) ? 1 : 0;
        }
        return flips;
    }

    /// Whether the row's side is another one, or none, or no longer none, without the rule.
    public boolean turns(int row, int rule) {
        return votes.voted(row, rule) && side(total(row)) != side(total(row) - logOdds[row][rule]);
    }

    /// The log-odds that the rules together give a row.
    public double logOdds(int row) {
        return total(row);
    }

    /// These labels beside what experts said, on the judged rows.
    public Predictions against(Gold gold) {
        int[] rows = IntStream.range(0, size()).filter(gold::judged).toArray();
        return new Predictions(
                IntStream.of(rows).mapToDouble(this::rulesAlone).toArray(),
                IntStream.of(rows).mapToDouble(gold::preference).toArray());
    }

    private double rulesAlone(int row) {
        return Logistic.sigmoid(total(row));
    }

    /// Sums that cancel leave rounding behind, which is no preference.
    private static int side(double logOdds) {
        return Math.abs(logOdds) < 1e-9 ? 0 : logOdds > 0 ? 1 : -1;
    }

    private double total(int row) {
        return totals[row];
    }

    private static double total(double[] logOdds, double bias) {
        double sum = bias;
        for (double each : logOdds) {
            sum += each;
        }
        return Math.abs(sum) < 1e-12 ? 0 : sum;
    }
}
