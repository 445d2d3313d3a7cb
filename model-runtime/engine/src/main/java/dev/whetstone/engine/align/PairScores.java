package dev.whetstone.engine.align;

/// What a preference loss sees of a pair: log-probabilities summed over completion tokens, under
/// the policy and under the reference.
///
/// @param chosenTokens completion tokens of the chosen response, at least 1
public record PairScores(
        double chosen,
        double rejected,
        double referenceChosen,
        double referenceRejected,
        int chosenTokens,
        int rejectedTokens) {
    /// log pi(chosen) - log pi_ref(chosen).
    public double chosenRatio() {
        return chosen - referenceChosen;
    }

    public double rejectedRatio() {
        return rejected - referenceRejected;
    }

    /// How much more the policy than the reference prefers the chosen response.
    public double margin() {
        return chosenRatio() - rejectedRatio();
    }

    /// The pair with its responses exchanged.
    public PairScores swapped() {
        return new PairScores(
                rejected, chosen, referenceRejected, referenceChosen, rejectedTokens, chosenTokens);
    }
}
