package dev.whetstone.engine.loss;

/// What a pairwise loss sees of a pair.
///
/// @param chosen log pi(chosen) - log pi_ref(chosen), summed over completion tokens; without a
///     reference log pi(chosen)
/// @param chosenTokens completion tokens of the chosen response, at least 1
/// @param drift how far the policy is from the reference on responses to other prompts, at least
///     0 (KTO's z); 0 where nobody measured it
public record Ratios(
        double chosen, double rejected, int chosenTokens, int rejectedTokens, double drift) {
    public static Ratios of(double chosen, double rejected, int chosenTokens, int rejectedTokens) {
        return new Ratios(chosen, rejected, chosenTokens, rejectedTokens, 0);
    }

    /// How much more the policy than the reference prefers the chosen response.
    public double margin() {
        return chosen - rejected;
    }

    /// The pair with its responses exchanged.
    public Ratios swapped() {
        return new Ratios(rejected, chosen, rejectedTokens, chosenTokens, drift);
    }

    Ratios with(double newChosen, double newRejected) {
        return new Ratios(newChosen, newRejected, chosenTokens, rejectedTokens, drift);
    }
}
