package dev.whetstone.core.label;

/// What is believed of a rule before any evidence: as if it had been right and wrong that often.
public record BetaPrior(double right, double wrong) {
    public static final BetaPrior NORMAL = new BetaPrior(7, 3);
    public static final BetaPrior STRONG = new BetaPrior(18, 2);
    public static final BetaPrior WEAK = new BetaPrior(6, 4);

    private static final double LOWEST = 0.02;
    private static final double HIGHEST = 0.98;

    public BetaPrior {
        if (!(right > 0 && wrong > 0)) {
            throw new IllegalArgumentException("a prior needs positive counts");
        }
    }

    /// The accuracy after `correct` of `votes` votes were right, kept in [0.02, 0.98].
    double accuracy(double correct, double votes) {
        return Math.clamp((right + correct) / (right + wrong + votes), LOWEST, HIGHEST);
    }
}
