package dev.whetstone.engine.probe;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// A matrix in fp64, row by row: what libtorch's results are held against.
record Matrix(int rows, int columns, double[] values) {
    /// Independent standard normal numbers, each a number that fp32 can hold.
    static Matrix random(int rows, int columns, Random random) {
        return of(rows, columns, i -> (float) random.nextGaussian());
    }

    private static Matrix of(int rows, int columns, IntToDoubleFunction value) {
        double[] values = new double[rows * columns];
        java.util.Arrays.setAll(values, value);
        return new Matrix(rows, columns, values);
    }

    double at(int row, int column) {
        return values[row * columns + column];
    }

    Matrix times(Matrix other) {
        return of(
                rows,
                other.columns,
                i -> {
                    double sum = 0;
                    for (int k = 0; k < columns; k++) {
                        sum += at(i / other.columns, k) * other.at(k, i % other.columns);
                    }
                    return sum;
                });
    }

    Matrix transposed() {
        return of(columns, rows, i -> at(i % rows, i / rows));
    }

    Matrix scaled(double factor) {
        return of(rows, columns, i -> values[i] * factor);
    }

    /// Softmax of each row's entries up to the diagonal; 0 behind it.
    Matrix causalSoftmax() {
        double[] result = new double[values.length];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int column = 0; column <= row; column++) {
                result[row * columns + column] = Math.exp(at(row, column));
                sum += result[row * columns + column];
            }
            for (int column = 0; column <= row; column++) {
                result[row * columns + column] /= sum;
            }
        }
        return new Matrix(rows, columns, result);
    }

    /// For these probabilities of a row-wise softmax and the gradient with respect to them: the
    /// gradient with respect to the scores.
    Matrix softmaxGradient(Matrix gradient) {
        double[] result = new double[values.length];
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            for (int column = 0; column < columns; column++) {
                mean += at(row, column) * gradient.at(row, column);
            }
            for (int column = 0; column < columns; column++) {
                result[row * columns + column] =
                        at(row, column) * (gradient.at(row, column) - mean);
            }
        }
        return new Matrix(rows, columns, result);
    }

    float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /// The largest difference; infinite where the other holds what is no number.
    double difference(float[] other) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = Math.abs(values[i] - other[i]);
            largest =
                    Double.isNaN(difference)
                            ? Double.POSITIVE_INFINITY
                            : Math.max(largest, difference);
        }
        return largest;
    }
}
