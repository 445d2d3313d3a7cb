package dev.whetstone.services.label;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.failure.ServiceException;
import java.util.List;
import java.util.Set;

/// Labels a matrix of votes that belongs to no project.
///
/// @param accuracy of the rules' labels on the rows with a gold class; undefined without any
public record MatrixLabels(PairLabels labels, Estimate accuracy, double seconds) {
    /// @param votes one row an item: -1 abstains, 0 B, 1 A
    /// @param gold p(A) of each row, NaN where unknown
    public static MatrixLabels of(
            List<String> rules, int[][] votes, double[] gold, ModelChoice choice) {
        long from = System.nanoTime();
        try {
            LabelMatrix matrix = LabelMatrix.of(rules, 2, votes);
            Gold judged = new Gold(gold, Set.of());
            PairLabels labels =
                    new LabelPolicy(new double[0]).named(choice.wireName()).label(matrix, judged);
            return new MatrixLabels(
                    labels,
                    Scores.accuracy(labels.against(judged)),
                    (System.nanoTime() - from) / 1e9);
        } catch (IllegalArgumentException e) {
            throw new ServiceException("label.matrix", String.valueOf(e.getMessage()), "", e);
        }
    }
}
