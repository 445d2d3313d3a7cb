package dev.whetstone.core.label;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Snorkel's LFAnalysis (`snorkel/labeling/analysis.py`): how much labeling functions cover,
/// overlap and conflict. V = voted, c_i = votes of row i, K_i = distinct classes voted for in
/// row i.
public final class LabelAnalysis {
    private final LabelMatrix votes;
    private final int[] counts;
    private final int[] distinct;

    public LabelAnalysis(LabelMatrix votes) {
        this.votes = votes;
        this.counts = IntStream.range(0, votes.rows()).map(votes::votes).toArray();
        this.distinct = IntStream.range(0, votes.rows()).map(i -> distinct(votes, i)).toArray();
    }

    private static int distinct(LabelMatrix votes, int row) {
        // a bit for each class; a matrix has at most 100
        long low = 0;
        long high = 0;
        for (int j = 0; j < votes.rules(); j++) {
            int vote = votes.vote(row, j);
            if (vote != LabelMatrix.ABSTAIN) {
                low |= vote < 64 ? 1L << vote : 0;
                high |= vote < 64 ? 0 : 1L << (vote - 64);
            }
        }
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /// Share of rows with a vote.
    public double labelCoverage() {
        return share(i -> counts[i] >= 1);
    }

    /// Share of rows with two votes or more.
    public double labelOverlap() {
        return share(i -> counts[i] >= 2);
    }

    /// Share of rows with votes for different classes.
    public double labelConflict() {
        return share(i -> distinct[i] >= 2);
    }

    /// The classes that the function ever voted for, ascending.
    public List<Integer> polarity(int rule) {
        return IntStream.range(0, votes.rows())
                .map(i -> votes.vote(i, rule))
                .filter(v -> v != LabelMatrix.ABSTAIN)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /// Share of rows on which the function voted.
    public double coverage(int rule) {
        return share(i -> votes.voted(i, rule));
    }

    /// Share of rows on which it voted and another did too.
    public double overlaps(int rule) {
        return share(i -> votes.voted(i, rule) && counts[i] >= 2);
    }

    /// Share of rows on which it voted and not all votes agree (even if it is with the majority).
    public double conflicts(int rule) {
        return share(i -> votes.voted(i, rule) && distinct[i] >= 2);
    }

    /// Share of rows on which it alone voted.
    public double unique(int rule) {
        return share(i -> votes.voted(i, rule) && counts[i] == 1);
    }

    /// On how many rows with a known class the vote was right.
    ///
    /// @param gold class of each row, -1 unknown
    public int correct(int rule, int[] gold) {
        return count(i -> gold[i] >= 0 && votes.vote(i, rule) == gold[i]);
    }

    /// On how many rows with a known class the vote was wrong; abstaining is not wrong.
    public int incorrect(int rule, int[] gold) {
        return count(i -> gold[i] >= 0 && votes.voted(i, rule) && votes.vote(i, rule) != gold[i]);
    }

    /// P(vote = l | class = y) by row l + 1 (row 0: abstains) and column y, over rows with a known
    /// class; NaN for a class that never occurs.
    public double[][] empiricalProbabilities(int rule, int[] gold) {
        double[][] result = new double[votes.classes() + 1][votes.classes()];
        double[] totals = new double[votes.classes()];
        for (int i = 0; i < votes.rows(); i++) {
            if (gold[i] >= 0) {
                result[votes.vote(i, rule) + 1][gold[i]]++;
                totals[gold[i]]++;
            }
        }
        for (double[] row : result) {
            Arrays.setAll(row, y -> row[y] / totals[y]);
        }
        return result;
    }

    private double share(IntPredicate which) {
        return (double) count(which) / votes.rows();
    }

    private int count(IntPredicate which) {
        return (int) IntStream.range(0, votes.rows()).filter(which).count();
    }
}
