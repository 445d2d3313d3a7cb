package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Logistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is believed of the rules' weights in a regression on votes before any judgement: normal
/// with covariance `shared` between any two, and `shared + own` of each with itself.
///
/// @param mean log-odds of a rule that votes alone, averaged over rules
/// @param shared variance of what all weights have in common, 0 or more
/// @param own variance of each weight's deviation from it, above 0
/// @param crowding from 0 to 1: a vote counts 1 / (votes on the pair)^crowding. At 0 votes add
///     up, as those of independent rules do; at 1 the vote is their mean, as if all told one
///     story
/// @param trust how the mean is dealt out among the rules
public record VotePrior(double mean, double shared, double own, double crowding, Trust trust) {
    /// Which rules are believed before any judgement.
    public enum Trust {
        /// All rules the same: majority vote.
        ALIKE(2. / 3),
        /// More where a rule sides with the others, see [RuleAgreement].
        BY_AGREEMENT(1. / 3);

        /// How likely this is the better start. Agreement misleads where rules copy each other.
        private final double probability;

        Trust(double probability) {
            this.probability = probability;
        }
    }

    /// Ridge regression as it is usually meant (scikit-learn's C = .1): votes add up, and each
    /// weight is pulled to 0 on its own.
    public static final VotePrior RIDGE = new VotePrior(0, 0, .1, 0, Trust.ALIKE);

    /// Majority vote and agreement, at several degrees of independence of the rules and of trust in
    /// the start. Chosen on drawn votes, see decisions 0140 and 0183.
    static final List<VotePrior> STARTS = starts();

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

    /// @param agreement how much each rule is trusted in comparison with the others, 1 on average
    double[] expected(double[] agreement) {
        double[] expected = new double[agreement.length];
        Arrays.setAll(expected, j -> trust == Trust.ALIKE ? mean : mean * agreement[j]);
        return expected;
    }

    double logProbability() {
        return Math.log(trust.probability);
    }

    private static List<VotePrior> starts() {
        double unanimous = Logistic.logit(MajorityVote.UNCHECKED_CONFIDENCE);
        List<VotePrior> priors = new ArrayList<>();
        for (Trust trust : Trust.values()) {
            for (double crowding : new double[] {0, .5, 1}) {
                for (double own : new double[] {.003, .03, .3}) {
                    double mean = unanimous * (crowding == 0 ? .5 : crowding == 1 ? 1 : .7);
                    priors.add(new VotePrior(mean, .05, own, crowding, trust));
                }
            }
        }
        return List.copyOf(priors);
    }
}
