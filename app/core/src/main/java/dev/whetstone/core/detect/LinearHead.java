package dev.whetstone.core.detect;

import dev.whetstone.core.evaluate.Logistic;
import java.util.Arrays;

/// A detector on sentence embeddings: σ(weights · embedding + bias).
///
/// @param weights one a dimension of the embedding, finite
/// @param bias finite
public record LinearHead(double[] weights, double bias) {
    public LinearHead {
        weights = weights.clone();
        if (!Double.isFinite(bias) || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a detector's numbers are finite");
        }
    }

    public int dimensions() {
        return weights.length;
    }

    /// 0 to 1.
    ///
    /// @throws IllegalArgumentException for an embedding of other dimensions
    public double score(float[] embedding) {
        return Logistic.sigmoid(margin(embedding));
    }

    /// In log-odds.
    double margin(float[] embedding) {
        if (embedding.length != weights.length) {
            throw new IllegalArgumentException(
                    embedding.length + " dimensions for " + weights.length + " weights");
        }
        double sum = bias;
        for (int d = 0; d < weights.length; d++) {
            sum += weights[d] * embedding[d];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearHead(var own, var constant)
                && constant == bias
                && Arrays.equals(own, weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Double.hashCode(bias);
    }
}
