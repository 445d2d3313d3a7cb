package dev.whetstone.core.label;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows of a matrix of which most entries are 0: a rule votes on few pairs.
///
/// @param columns of each row, those that are not 0, ascending
/// @param values of each row, one a column
record VotedRows(int[][] columns, double[][] values) {
    static VotedRows of(double[][] rows) {
        int[][] columns = new int[rows.length][];
        double[][] values = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            double[] row = rows[r];
            columns[r] = IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray();
            values[r] = Arrays.stream(columns[r]).mapToDouble(j -> row[j]).toArray();
        }
        return new VotedRows(columns, values);
    }

    int count() {
        return columns.length;
    }

    double dot(int row, double[] w) {
        int[] at = columns[row];
        double[] value = values[row];
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += value[i] * w[at[i]];
        }
        return sum;
    }

    /// to += factor * row.
    void add(int row, double factor, double[] to) {
        int[] at = columns[row];
        double[] value = values[row];
        for (int i = 0; i < at.length; i++) {
            to[at[i]] += factor * value[i];
        }
    }

    /// The upper half of to += factor * row rowᵀ.
    void addSquare(int row, double factor, double[][] to) {
        int[] at = columns[row];
        double[] value = values[row];
        for (int i = 0; i < at.length; i++) {
            double left = factor * value[i];
            double[] line = to[at[i]];
            for (int k = i; k < at.length; k++) {
                line[at[k]] += left * value[k];
            }
        }
    }
}
