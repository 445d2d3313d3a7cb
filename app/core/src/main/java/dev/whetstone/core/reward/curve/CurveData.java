package dev.whetstone.core.reward.curve;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.reward.RewardData;
import java.util.List;
import java.util.Set;

/// What a learning curve is measured on, all with one entry a row.
///
/// @param texts one pair a row with what rules say of its responses; its labels are not read
/// @param comparisons the comparison that each row's pair belongs to
/// @param choices what people chose of the pair; empty where nobody did
/// @param votes of all rules; column j's feature is called after it
/// @param sources rows that a rule was written on, which do not count for it
public record CurveData(
        RewardData texts,
        List<String> comparisons,
        List<List<Chosen>> choices,
        LabelMatrix votes,
        Set<Gold.Source> sources) {
    /// One person's verdict on a pair.
    ///
    /// @param p 1 for A, 0 for B, .5 for a tie
    /// @param weight as in [dev.whetstone.core.reward.RewardPair]
    public record Chosen(double p, double weight) {}

    /// @throws IllegalArgumentException when the lists are not of one length
    public CurveData {
        comparisons = List.copyOf(comparisons);
        choices = choices.stream().map(List::copyOf).toList();
        sources = Set.copyOf(sources);
        int rows = texts.size();
        if (comparisons.size() != rows || choices.size() != rows || votes.rows() != rows) {
            throw new IllegalArgumentException(
                    rows
                            + " pairs with "
                            + comparisons.size()
                            + " comparisons, "
                            + choices.size()
                            + " lists of choices and "
                            + votes.rows()
                            + " rows of votes");
        }
    }

    boolean judged(int row) {
        return !choices.get(row).isEmpty();
    }

    /// The mean choice for A.
    double preference(int row) {
        return choices.get(row).stream().mapToDouble(Chosen::p).average().orElse(Double.NaN);
    }
}
