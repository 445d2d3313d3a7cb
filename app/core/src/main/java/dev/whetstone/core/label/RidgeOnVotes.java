package dev.whetstone.core.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The default once some pairs are judged: a logistic regression of the judgements on the
/// votes that starts at majority vote, or at what the rules' agreement with each other says.
/// Rules that repeat each other are fitted together and do not pass for independent witnesses.
///
/// Its log-odds are Σ_j w_j f_j vote_j / (Σ_voted f)^c, without an intercept, so that swapping
/// the sides of a pair turns p into 1 - p. How far votes add up (c), whether agreement is
/// worth anything, and how much the rules differ is not known from a few dozen judgements:
/// each answer's fit counts by the probability that it gave to the judgements (Bayesian model
/// averaging, Hoeting et al. 1999), and the log-odds are averaged, so that each rule's share
/// in them stays known.
public final class RidgeOnVotes implements PairLabelModel {
    private final List<VotePrior> priors;
    private final double[] families;

    /// @param priors that are averaged
    /// @param families weight 1 / (size of its family) of each rule; empty when all are on their
    /// own
    public RidgeOnVotes(List<VotePrior> priors, double[] families) {
        if (priors.isEmpty()) {
            throw new IllegalArgumentException("a regression needs a prior");
        }
        this.priors = List.copyOf(priors);
        this.families = families.clone();
    }

    /// Starting at majority vote and at agreement.
    public RidgeOnVotes(double[] families) {
        this(VotePrior.STARTS, families);
    }

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        votes.requirePairs();
        if (families.length != 0 && families.length != votes.rules()) {
            throw new IllegalArgumentException(
                    families.length + " family weights for " + votes.rules() + " rules");
        }
        Map<Double, double[]> weights = weights(votes, gold);
        double[][] logOdds = new double[votes.rows()][votes.rules()];
        for (int i = 0; i < votes.rows(); i++) {
            double[] row = logOdds[i];
            int item = i;
            weights.forEach(
                    (crowding, w) -> {
                        double[] x = features(votes, item, crowding);
                        Arrays.setAll(row, j -> row[j] + w[j] * x[j]);
                    });
        }
        double[] alone = new double[votes.rules()];
        weights.forEach(
                (crowding, w) ->
                        Arrays.setAll(
                                alone, j -> alone[j] + w[j] * Math.pow(family(j), 1 - crowding)));
        double[] nothing = new double[votes.rows()];
        Arrays.fill(nothing, Double.NaN);
        return new PairLabels(name(), votes, alone, logOdds, 0, true, nothing);
    }

    /// By crowding, the weights of its fits, each times the share that its fit has in the average.
    private Map<Double, double[]> weights(LabelMatrix votes, Gold gold) {
        int[] judged = IntStream.range(0, votes.rows()).filter(gold::judged).toArray();
        double[] y = IntStream.of(judged).mapToDouble(gold::preference).toArray();
        double[] agreement = RuleAgreement.relative(votes, families);
        Map<Double, VotedRows> x = new LinkedHashMap<>();
        Map<Double, double[]> reached = new LinkedHashMap<>();
        List<VoteRegression.Fit> fits = new ArrayList<>();
        for (VotePrior prior : priors) {
            VotedRows rows =
                    x.computeIfAbsent(
                            prior.crowding(), c -> judgedFeatures(votes, gold, judged, c));
            var regression = new VoteRegression(rows, y, prior, prior.expected(agreement));
            double[] start =
                    reached.computeIfAbsent(prior.crowding(), crowding -> regression.expected());
            VoteRegression.Fit fit = regression.fit(start);
            reached.put(prior.crowding(), fit.weights());
            fits.add(fit);
        }
        double[] shares =
                Posterior.normalise(
                        IntStream.range(0, fits.size())
                                .mapToDouble(
                                        k ->
                                                priors.get(k).logProbability()
                                                        + fits.get(k).logEvidence())
                                .toArray());
        Map<Double, double[]> weights = new LinkedHashMap<>();
        for (int k = 0; k < shares.length; k++) {
            double share = shares[k];
            double[] fitted = fits.get(k).weights();
            double[] sum =
                    weights.computeIfAbsent(
                            priors.get(k).crowding(), c -> new double[votes.rules()]);
            Arrays.setAll(sum, j -> sum[j] + share * fitted[j]);
        }
        return weights;
    }

    /// A rule's own source pair does not count for it.
    private VotedRows judgedFeatures(LabelMatrix votes, Gold gold, int[] judged, double crowding) {
        double[][] x = new double[judged.length][];
        for (int r = 0; r < judged.length; r++) {
            int row = judged[r];
            double[] features = features(votes, row, crowding);
            Arrays.setAll(features, j -> gold.countsFor(row, j) ? features[j] : 0);
            x[r] = features;
        }
        return VotedRows.of(x);
    }

    private double family(int rule) {
        return families.length == 0 ? 1 : families[rule];
    }

    private double[] features(LabelMatrix votes, int row, double crowding) {
        double voters = 0;
        for (int j = 0; j < votes.rules(); j++) {
            voters += votes.voted(row, j) ? family(j) : 0;
        }
        double crowd = voters == 0 ? 1 : Math.pow(voters, crowding);
        double[] x = new double[votes.rules()];
        Arrays.setAll(x, j -> family(j) * votes.sign(row, j) / crowd);
        return x;
    }
}
