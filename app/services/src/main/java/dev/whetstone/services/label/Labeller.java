package dev.whetstone.services.label;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.HeldOut;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.ModelDecision;
import dev.whetstone.core.label.PairLabelModel;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.vote.Ballot;

/// Fits a label model to a ballot, and measures it on choices that it has not counted.
public final class Labeller {
    private static final int FOLDS = 5;

    private Labeller() {}

    public static PairLabels fit(ModelChoice choice, Ballot ballot) {
        LabelMatrix matrix = ballot.matrix();
        try {
            return model(choice, ballot).label(matrix, ballot.gold());
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "label.model", String.valueOf(e.getMessage()), "Use --model auto.", e);
        }
    }

    private static PairLabelModel model(ModelChoice choice, Ballot ballot) {
        LabelPolicy policy = new LabelPolicy(ballot.familyWeights());
        // without rules nothing votes, and every model but the simplest has nothing to fit
        return policy.named(ballot.rules().isEmpty() ? "majority" : choice.wireName());
    }

    /// Which model AUTO takes on this ballot, and why.
    public static ModelDecision decide(Ballot ballot) {
        return new LabelPolicy(ballot.familyWeights()).decide(ballot.matrix(), ballot.gold());
    }

    /// Accuracy on the judged pairs: each fold's questions are predicted by a model that saw only
    /// the other folds' choices. A question's fold follows from its content alone.
    public static Estimate heldOut(ModelChoice choice, Ballot ballot) {
        return ballot.choices().judged() == 0 || ballot.rules().isEmpty()
                ? Estimate.UNDEFINED
                : Scores.accuracy(predict(choice, ballot).predictions(row -> true));
    }

    /// Predictions of the judged pairs, each fold's questions by a model that saw only the other
    /// folds' choices.
    public static HeldOut predict(ModelChoice choice, Ballot ballot) {
        try {
            return HeldOut.of(
                    model(choice, ballot),
                    ballot.matrix(),
                    ballot.gold(),
                    row -> Math.floorMod(ballot.question(row).hashCode(), FOLDS),
                    FOLDS);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "label.model", String.valueOf(e.getMessage()), "Use --model auto.", e);
        }
    }
}
