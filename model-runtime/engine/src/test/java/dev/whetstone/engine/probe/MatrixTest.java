package dev.whetstone.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void theProductSumsRowsTimesColumns() {
        Matrix a = new Matrix(1, 2, new double[] {2, 3});
        Matrix b = new Matrix(2, 2, new double[] {1, 10, 100, 1000});
        assertThat(a.times(b).values()).containsExactly(302, 3020);
        assertThat(b.transposed().values()).containsExactly(1, 100, 10, 1000);
    }

    @Test
    void noPlaceLooksAtLaterOnes() {
        Matrix p = new Matrix(2, 2, new double[] {5, 9, 0, 0}).causalSoftmax();
        assertThat(p.values()).containsExactly(1, 0, .5, .5);
    }

    @Test
    void theGradientOfSoftmaxIsItsSlope() {
        Matrix scores = Matrix.random(4, 4, new Random(1));
        Matrix weights = Matrix.random(4, 4, new Random(2));
        Matrix gradient = scores.causalSoftmax().softmaxGradient(weights);
        double step = 1e-6;
        for (int i = 0; i < 16; i++) {
            double slope =
                    (sum(moved(scores, i, step), weights) - sum(moved(scores, i, -step), weights))
                            / (2 * step);
            assertThat(gradient.values()[i]).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void whatIsNoNumberDiffersInfinitely() {
        Matrix one = new Matrix(1, 1, new double[] {1});
        assertThat(one.difference(new float[] {Float.NaN})).isInfinite();
        assertThat(one.difference(new float[] {.5f})).isEqualTo(.5);
    }

    private static Matrix moved(Matrix m, int at, double by) {
        double[] values = m.values().clone();
        values[at] += by;
        return new Matrix(m.rows(), m.columns(), values);
    }

    private static double sum(Matrix scores, Matrix weights) {
        double[] p = scores.causalSoftmax().values();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * weights.values()[i];
        }
        return sum;
    }
}
