package dev.whetstone.core.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts of predicted against known classes, and what is usually derived from them. Items
/// without a prediction (-1) are left out of everything but the coverage. NaN where a ratio
/// has no denominator, except F1, precision and recall, which are then 0 as in scikit-learn.
public final class ClassScores {
    private final int[][] table;
    private final int items;

    /// @param gold known class of each item, 0..classes-1
    /// @param predicted class of each item, or -1
    public ClassScores(int[] gold, int[] predicted, int classes) {
        table = new int[classes][classes];
        items = gold.length;
        for (int i = 0; i < items; i++) {
            if (predicted[i] >= 0) {
                table[gold[i]][predicted[i]]++;
            }
        }
    }

    /// How many items of class `gold` were predicted as `predicted`.
    public int count(int gold, int predicted) {
        return table[gold][predicted];
    }

    public double coverage() {
        return (double) predicted() / items;
    }

    public double accuracy() {
        return IntStream.range(0, table.length).mapToDouble(c -> table[c][c]).sum() / predicted();
    }

    public double precision(int c) {
        return ratio(table[c][c], column(c));
    }

    public double recall(int c) {
        return ratio(table[c][c], row(c));
    }

    public double f1(int c) {
        return ratio(2.0 * table[c][c], row(c) + column(c));
    }

    /// Mean F1 of the classes that occur or were predicted.
    public double f1Macro() {
        return IntStream.range(0, table.length)
                .filter(c -> row(c) + column(c) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(Double.NaN);
    }

    /// Matthews' correlation coefficient of two classes or more (Gorodkin's R_K); 0 when undefined.
    public double matthews() {
        double n = predicted();
        double right = 0;
        double product = 0;
        double gold = 0;
        double guess = 0;
        for (int c = 0; c < table.length; c++) {
            right += table[c][c];
            product += (double) row(c) * column(c);
            gold += (double) row(c) * row(c);
            guess += (double) column(c) * column(c);
        }
        double below = Math.sqrt(n * n - guess) * Math.sqrt(n * n - gold);
        return below == 0 ? 0 : (right * n - product) / below;
    }

    private static double ratio(double above, double below) {
        return below == 0 ? 0 : above / below;
    }

    private int predicted() {
        return Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
    }

    private int row(int c) {
        return IntStream.of(table[c]).sum();
    }

    private int column(int c) {
        return Arrays.stream(table).mapToInt(row -> row[c]).sum();
    }
}
