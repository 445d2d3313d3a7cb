package dev.whetstone.engine.loss;

/// A response's log-probabilities.
///
/// @param logProb summed over completion tokens, those beyond the other response's length
///     discounted where the loss asks for it
/// @param reference the same under the reference; 0 without one
/// @param tokens completion tokens, at least 1
/// @param text sum over all tokens that are learnt by likelihood, undiscounted
/// @param share what makes [#text] a mean: pairs of the step / tokens of the step that are learnt
///     by likelihood
public record Scored(double logProb, double reference, int tokens, double text, double share) {
    /// Where likelihood plays no part.
    public static Scored of(double logProb, double reference, int tokens) {
        return new Scored(logProb, reference, tokens, logProb, 1.0 / tokens);
    }

    double ratio() {
        return logProb - reference;
    }
}
