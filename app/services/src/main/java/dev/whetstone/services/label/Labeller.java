package dev.whetstone.services.label;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.evaluate.Predictions;
import dev.whetstone.core.evaluate.Scores;
import dev.whetstone.core.label.Gold;
import dev.whetstone.core.label.LabelMatrix;
import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.PairLabelModel;
import dev.whetstone.core.label.PairLabels;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

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

    /// Accuracy on the judged pairs: each fold's prompts are predicted by a model that saw only
    /// the other folds' choices.
    public static Estimate heldOut(ModelChoice choice, Ballot ballot) {
        if (ballot.choices().judged() == 0 || ballot.rules().isEmpty()) {
            return Estimate.UNDEFINED;
        }
        LabelMatrix matrix = ballot.matrix();
        double[] preference = ballot.choices().preferences();
        List<Double> predicted = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] seen = preference.clone();
            for (int i = 0; i < seen.length; i++) {
                if (fold(ballot.pairs().get(i).prompt().id()) == fold) {
                    seen[i] = Double.NaN;
                }
            }
            Gold gold = new Gold(seen, ballot.sources());
            PairLabels labels = model(choice, ballot).label(matrix, gold);
            for (int i = 0; i < seen.length; i++) {
                if (!Double.isNaN(preference[i]) && Double.isNaN(seen[i])) {
                    predicted.add(labels.p(i));
                    actual.add(preference[i]);
                }
            }
        }
        return Scores.accuracy(new Predictions(array(predicted), array(actual)));
    }

    /// A prompt's fold follows from its content alone.
    private static int fold(UUID prompt) {
        return Math.floorMod(prompt.hashCode(), FOLDS);
    }

    private static double[] array(List<Double> values) {
        return Arrays.stream(values.toArray(Double[]::new)).mapToDouble(v -> v).toArray();
    }
}
