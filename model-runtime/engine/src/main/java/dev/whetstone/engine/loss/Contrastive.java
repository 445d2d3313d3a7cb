package dev.whetstone.engine.loss;

/// Contrastive fine-tuning of two log-probabilities below 0: -c - w log(1 - e^r). The chosen
/// response is learnt by likelihood, the rejected one by unlikelihood (Welleck and others 2020),
/// whose pull ends by itself as the response becomes improbable: the loss is never below 0. It is
/// taken over means of tokens.
///
/// @param weight of the unlikelihood
public record Contrastive(double weight) implements PairwiseLoss {
    /// Above it the unlikelihood goes on straight: that of a certain response is not finite.
    private static final double CERTAIN = -1e-4;

    @Override
    public Slopes of(Ratios pair) {
        double r = Math.min(CERTAIN, pair.rejected());
        double odds = 1 / Math.expm1(-r);
        double beyond = pair.rejected() - r;
        double unlikelihood = -Logistic.log1mExp(r) + odds * beyond;
        return new Slopes(-pair.chosen() + weight * unlikelihood, -1, weight * odds);
    }
}
