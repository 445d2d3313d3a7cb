package dev.whetstone.core.label.compare;

import dev.whetstone.core.label.LabelMatrix;
import java.util.List;

/// Votes on pairs with known answers.
///
/// @param answers p(A preferred) of each row, 1, 0 or between
/// @param groups rows of one name, e.g. one question, are never split between judged and held out
public record KnownPairs(LabelMatrix votes, double[] answers, List<String> groups) {
    /// @throws IllegalArgumentException when there is not one answer and group a row
    public KnownPairs {
        groups = List.copyOf(groups);
        if (answers.length != votes.rows() || groups.size() != votes.rows()) {
            throw new IllegalArgumentException(
                    votes.rows()
                            + " pairs with "
                            + answers.length
                            + " answers and "
                            + groups.size()
                            + " groups");
        }
        answers = answers.clone();
    }
}
