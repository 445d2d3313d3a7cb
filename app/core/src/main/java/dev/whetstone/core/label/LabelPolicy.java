package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Scores;

/// Which label model is used when the user leaves the choice to the program, always with
/// majority vote beside it. EM, Dawid-Skene and Snorkel are never chosen by themselves: on
/// rules that repeat each other they fall below majority vote.
public final class LabelPolicy {
    /// Judged pairs from which a model may learn from them.
    public static final int LEAST_JUDGED = AutomaticModel.LEAST_JUDGED;

    /// Judged pairs from which other models are tried against the regression.
    public static final int LEAST_TO_CHALLENGE = AutomaticModel.LEAST_TO_CHALLENGE;

    private final double[] families;

    /// @param families weight 1 / (size of its confirmed family) of each rule; empty when there are
    ///     none
    public LabelPolicy(double[] families) {
        this.families = families.clone();
    }

    /// @param chosen labels to go on with
    /// @param majority labels of majority vote, for comparison
    /// @param judged how many judged pairs there were
    /// @param chosenLogLoss of `chosen` on the judged pairs; for a model that learned from
    ///     them this is not a held-out figure. NaN without any
    /// @param majorityLogLoss of majority vote on the same pairs
    public record Outcome(
            PairLabels chosen,
            PairLabels majority,
            int judged,
            double chosenLogLoss,
            double majorityLogLoss) {}

    /// Majority vote below 10 judged pairs, then the regression that starts at majority vote; from
    /// 100 judged pairs on gold-only weights, or EM with confirmed families, where they predict
    /// judgements that they have not seen better by more than two standard errors.
    public PairLabelModel choose() {
        return new AutomaticModel(families);
    }

    /// What [#choose] takes on these votes, and why.
    public ModelDecision decide(LabelMatrix votes, Gold gold) {
        return new AutomaticModel(families).decide(votes, gold);
    }

    public Outcome label(LabelMatrix votes, Gold gold) {
        return label(choose(), votes, gold);
    }

    public Outcome label(PairLabelModel model, LabelMatrix votes, Gold gold) {
        PairLabels majority = new MajorityVote().label(votes, gold);
        PairLabels chosen = model.label(votes, gold);
        return new Outcome(
                chosen,
                majority,
                gold.size(),
                Scores.logLoss(chosen.against(gold)),
                Scores.logLoss(majority.against(gold)));
    }

    /// A model by its name on the command line.
    ///
    /// @throws IllegalArgumentException for an unknown name
    public PairLabelModel named(String name) {
        return switch (name) {
            case "auto" -> choose();
            case "majority" -> new MajorityVote();
            case "gold" -> new GoldOnlyWeights(BetaPrior.NORMAL, families);
            case "ridge" -> new RidgeOnVotes(families);
            case "em" -> new SymmetricEm(BetaPrior.NORMAL, families);
            case "dawid-skene" -> new DawidSkene();
            case "snorkel" -> new SnorkelLabelModel(SnorkelSettings.CONVERGED);
            case "flyingsquid" -> new FlyingSquid(0.5);
            default ->
                    throw new IllegalArgumentException(
                            "unknown label model \""
                                    + name
                                    + "\"; known are auto, majority, ridge, gold, em,"
                                    + " dawid-skene, snorkel, flyingsquid");
        };
    }
}
