package dev.whetstone.engine.loss;

/// The Bradley-Terry loss of a reward model over two rewards, TRL's RewardTrainer: -p log s(d)
/// - (1-p) log s(-d) + c (chosen + rejected)^2, where d = chosen - rejected - margin. A soft p
/// carries the strength of the preference itself, so that a margin goes with p = 1 only.
///
/// @param centre c, draws rewards to a mean of 0; 0 for none
public record RewardLoss(double centre) {
    /// @param p probability that `chosen` is really preferred, in [0, 1]
    public Slopes of(double chosen, double rejected, double p) {
        return centred(Logistic.smoothed(chosen - rejected, 1 - p), chosen, rejected);
    }

    /// @param margin by how much the chosen reward should at least be larger
    public Slopes withMargin(double chosen, double rejected, double margin) {
        return centred(Logistic.smoothed(chosen - rejected - margin, 0), chosen, rejected);
    }

    private Slopes centred(Slopes slopes, double chosen, double rejected) {
        double sum = chosen + rejected;
        double slope = 2 * centre * sum;
        return slopes.plus(new Slopes(centre * sum * sum, slope, slope));
    }
}
