package dev.whetstone.engine.policy;

/// What the model says of a batch's targets, a value per target.
public final class TokenScores {
    private final float[] values;
    private final int count;

    /// @param values [4, N] row by row: log-probability, entropy, best, mean logit
    TokenScores(float[] values) {
        this.values = values;
        this.count = values.length / 4;
    }

    public int count() {
        return count;
    }

    /// Natural logarithm of the target's probability.
    public float logProb(int target) {
        return values[target];
    }

    /// Entropy in nats of the distribution at the target.
    public float entropy(int target) {
        return values[count + target];
    }

    /// 1 where the target is the most probable token, else 0.
    public float best(int target) {
        return values[2 * count + target];
    }

    /// Mean of the vocabulary's logits.
    public float meanLogit(int target) {
        return values[3 * count + target];
    }
}
