package dev.whetstone.core.label;

/// The Cholesky factor L of a symmetric positive definite matrix, L Lᵀ = A.
final class LowerTriangle {
    private final double[][] rows;

    private LowerTriangle(double[][] rows) {
        this.rows = rows;
    }

    /// @param a of which only the lower triangle is read; it is overwritten
    /// @throws IllegalArgumentException when it is not positive definite
    static LowerTriangle of(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] - dot(a[i], a[j], j);
                if (i == j) {
                    if (!(sum > 0)) {
                        throw new IllegalArgumentException(
                                "a matrix that is not positive definite has no such factor");
                    }
                    a[i][i] = Math.sqrt(sum);
                } else {
                    a[i][j] = sum / a[j][j];
                }
            }
        }
        return new LowerTriangle(a);
    }

    /// x with A x = b.
    double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(rows[i], x, i)) / rows[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= rows[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= rows[i][k] * x[i];
            }
        }
        return x;
    }

    /// ln det A.
    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            sum += 2 * Math.log(rows[j][j]);
        }
        return sum;
    }

    /// Of the first `length` places.
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
