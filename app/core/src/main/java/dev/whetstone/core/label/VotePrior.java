package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.ArrayList;
import java.util.List;

/// What is believed of the rules' weights in a regression on votes before any judgement: normal
/// with
/// this mean, covariance `shared` between any two, and `shared + own` of each with itself.
///
/// @param mean log-odds of a rule that votes alone
/// @param shared variance of what all weights have in common, 0 or more
/// @param own variance of each weight's deviation from it, above 0
/// @param crowding from 0 to 1: a vote counts 1 / (votes on the pair)^crowding. At 0 votes add up,
/// as
///     those of independent rules do; at 1 the vote is their mean, as if all told one story
public record VotePrior(double mean, double shared, double own, double crowding) {
    /// Ridge regression as it is usually meant (scikit-learn's C = .1): votes add up, and each
    /// weight is pulled to 0 on its own.
    public static final VotePrior RIDGE = new VotePrior(0, 0, .1, 0);

    /// Majority vote at several degrees of independence of the rules and of trust in their being
    /// equal. Chosen on drawn votes, see decision 0140.
    static final List<VotePrior> MAJORITIES = majorities();

    public VotePrior {
        if (!(shared >= 0 && own > 0 && crowding >= 0 && crowding <= 1)) {
            throw new IllegalArgumentException(
                    "a prior on weights with variances "
                            + shared
                            + " and "
                            + own
                            + " and crowding "
                            + crowding);
        }
    }

    private static List<VotePrior> majorities() {
        double unanimous = Logistic.logit(MajorityVote.UNCHECKED_CONFIDENCE);
        List<VotePrior> priors = new ArrayList<>();
        for (double crowding : new double[] {0, .5, 1}) {
            for (double shared : new double[] {.02, .05}) {
                for (double own : new double[] {.003, .03, .3}) {
                    double mean = unanimous * (crowding == 0 ? .5 : crowding == 1 ? 1 : .7);
                    priors.add(new VotePrior(mean, shared, own, crowding));
                }
            }
        }
        return List.copyOf(priors);
    }
}
