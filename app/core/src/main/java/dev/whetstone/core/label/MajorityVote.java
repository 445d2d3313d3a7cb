package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Every vote counts the same.
public final class MajorityVote implements PairLabelModel {
    /// What a unanimous verdict is believed to be worth while no expert judged anything: the
    /// mean of the weak prior (6 right, 4 wrong).
    static final double UNCHECKED_CONFIDENCE = 0.6;

    @Override
    public String name() {
        return "majority";
    }

    /// The side with more votes, with log-odds ln(.6/.4) · (votes for A - votes for B) /
    /// votes: rules that nobody checked, and that may all say the same thing, never make
    /// anyone surer than 60 %.
    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        votes.requirePairs();
        double unit = Logistic.logit(UNCHECKED_CONFIDENCE);
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        for (int i = 0; i < votes.rows(); i++) {
            int count = Math.max(1, votes.votes(i));
            for (int j = 0; j < votes.rules(); j++) {
                logOdds[i][j] = unit * votes.sign(i, j) / count;
            }
        }
        double[] weights = new double[votes.rules()];
        Arrays.fill(weights, unit);
        double[] nothing = new double[votes.rows()];
        Arrays.fill(nothing, Double.NaN);
        return new PairLabels(name(), votes, weights, logOdds, 0, true, nothing);
    }

    /// Snorkel's MajorityLabelVoter: each class with the most votes gets 1 / (number of such
    /// classes); a row without votes is uniform.
    public static double[][] probabilities(LabelMatrix votes) {
        double[][] result = new double[votes.rows()][votes.classes()];
        for (int i = 0; i < votes.rows(); i++) {
            int[] counts = new int[votes.classes()];
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    counts[votes.vote(i, j)]++;
                }
            }
            int most = IntStream.of(counts).max().orElseThrow();
            double share = 1.0 / IntStream.of(counts).filter(c -> c == most).count();
            for (int c = 0; c < counts.length; c++) {
                result[i][c] = counts[c] == most ? share : 0;
            }
        }
        return result;
    }

    /// Each class's share of the votes on a row; uniform without votes.
    static double[][] shares(LabelMatrix votes) {
        double[][] result = new double[votes.rows()][votes.classes()];
        for (int i = 0; i < votes.rows(); i++) {
            int count = votes.votes(i);
            for (int j = 0; j < votes.rules(); j++) {
                if (votes.voted(i, j)) {
                    result[i][votes.vote(i, j)] += 1.0 / count;
                }
            }
            if (count == 0) {
                Arrays.fill(result[i], 1.0 / votes.classes());
            }
        }
        return result;
    }
}
