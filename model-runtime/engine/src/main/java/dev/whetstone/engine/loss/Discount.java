package dev.whetstone.engine.loss;

/// LD-DPO (Liu and others 2024): tokens that a response has beyond the other one's length count
/// alpha, under policy and reference alike.
///
/// @param alpha in [0, 1]; 1 is no discount
public record Discount(double alpha) {
    /// What the token at a place of the completion counts.
    ///
    /// @param shared tokens of the pair's shorter completion
    public double factor(int place, int shared) {
        return place < shared ? 1 : alpha;
    }

    public double sum(float[] logProbs, int shared) {
        double sum = 0;
        for (int place = 0; place < logProbs.length; place++) {
            double factor = factor(place, shared);
            sum += factor == 0 ? 0 : factor * logProbs[place];
        }
        return sum;
    }
}
