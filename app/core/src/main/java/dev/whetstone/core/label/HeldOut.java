package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Predictions;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// A model's predictions of judgements that it has not seen: each fold of the judged rows is
/// predicted by a fit to the judgements of the other folds. Models that learn from votes alone see
/// those of all judged rows, and of at most 2,000 others, evenly spread.
public final class HeldOut {
    private static final int MOST_OTHERS = 2_000;

    private final int[] rows;
    private final double[] predicted;
    private final double[] actual;

    private HeldOut(int[] rows, double[] predicted, double[] actual) {
        this.rows = rows;
        this.predicted = predicted;
        this.actual = actual;
    }

    /// @param fold of a row, from 0 to `folds` - 1; rows of one prompt belong to the same fold
    public static HeldOut of(
            PairLabelModel model, LabelMatrix votes, Gold gold, IntUnaryOperator fold, int folds) {
        int[] judged = IntStream.range(0, votes.rows()).filter(gold::judged).toArray();
        int[] others = IntStream.range(0, votes.rows()).filter(i -> !gold.judged(i)).toArray();
        int kept = Math.min(MOST_OTHERS, others.length);
        int[] all =
                IntStream.concat(
                                Arrays.stream(judged),
                                IntStream.range(0, kept)
                                        .map(i -> others[(int) ((long) i * others.length / kept)]))
                        .toArray();
        LabelMatrix part = votes.select(all);
        double[] predicted = new double[judged.length];
        double[] actual = IntStream.of(judged).mapToDouble(gold::preference).toArray();
        for (int f = 0; f < folds; f++) {
            double[] seen = new double[all.length];
            Arrays.fill(seen, Double.NaN);
            boolean any = false;
            for (int i = 0; i < judged.length; i++) {
                boolean hidden = fold.applyAsInt(judged[i]) == f;
                seen[i] = hidden ? Double.NaN : actual[i];
                any |= hidden;
            }
            if (any) {
                PairLabels labels = model.label(part, gold.select(all, seen));
                for (int i = 0; i < judged.length; i++) {
                    if (Double.isNaN(seen[i])) {
                        predicted[i] = labels.p(i);
                    }
                }
            }
        }
        return new HeldOut(judged, predicted, actual);
    }

    /// The judged rows, ascending.
    public int[] rows() {
        return rows.clone();
    }

    /// Predictions beside judgements of the judged rows for which `which` holds, in their order.
    public Predictions predictions(IntPredicate which) {
        int[] places = IntStream.range(0, rows.length).filter(i -> which.test(rows[i])).toArray();
        return new Predictions(predicted, actual).select(places);
    }
}
