package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the program takes by itself: majority vote until some pairs are judged, then the
/// regression that starts at majority vote, and from 100 judged pairs on a challenger if it
/// predicts judgements that it has not seen better by more than noise.
final class AutomaticModel implements PairLabelModel {
    /// Judged pairs from which a model may learn from them.
    static final int LEAST_JUDGED = 10;

    /// Judged pairs from which challengers are tried.
    static final int LEAST_TO_CHALLENGE = 100;

    private static final int FOLDS = 5;
    private static final int MOST_JUDGED = 1000;
    private static final int MOST_OTHERS = 1000;

    private final double[] families;

    AutomaticModel(double[] families) {
        this.families = families.clone();
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public PairLabels label(LabelMatrix votes, Gold gold) {
        return choose(votes, gold).label(votes, gold);
    }

    PairLabelModel choose(LabelMatrix votes, Gold gold) {
        return decide(votes, gold).model();
    }

    ModelDecision decide(LabelMatrix votes, Gold gold) {
        int judged = gold.size();
        if (judged < LEAST_JUDGED || votes.rules() == 0) {
            return new ModelDecision(new MajorityVote(), judged, List.of());
        }
        PairLabelModel best = new RidgeOnVotes(families);
        List<ModelDecision.Challenge> challenges = new ArrayList<>();
        if (judged < LEAST_TO_CHALLENGE) {
            return new ModelDecision(best, judged, challenges);
        }
        Trial trial = Trial.of(votes, gold);
        double[] standing = trial.losses(best);
        for (PairLabelModel challenger : challengers()) {
            double[] losses = trial.losses(challenger);
            double gain = gain(standing, losses, trial.questions());
            challenges.add(new ModelDecision.Challenge(challenger.name(), best.name(), gain));
            if (gain > ModelDecision.BEYOND_NOISE) {
                best = challenger;
                standing = losses;
            }
        }
        return new ModelDecision(best, judged, challenges);
    }

    /// EM learns from all votes, and passes copies of a rule for witnesses unless somebody
    /// said which rules belong together.
    private List<PairLabelModel> challengers() {
        List<PairLabelModel> models = new ArrayList<>();
        models.add(new GoldOnlyWeights(BetaPrior.NORMAL, families));
        if (Arrays.stream(families).anyMatch(f -> f < 1)) {
            models.add(new SymmetricEm(BetaPrior.NORMAL, families));
        }
        return models;
    }

    /// The mean of paired differences of log loss in their standard errors, pairs of one question
    /// taken together; 0 where none differs.
    private static double gain(double[] standing, double[] challenger, int[] questions) {
        int n = standing.length;
        double[] d = new double[n];
        Arrays.setAll(d, i -> standing[i] - challenger[i]);
        double mean = Arrays.stream(d).average().orElse(0);
        double[] deviations = new double[1 + IntStream.of(questions).max().orElse(0)];
        for (int i = 0; i < n; i++) {
            deviations[questions[i]] += d[i] - mean;
        }
        double squares = Arrays.stream(deviations).map(v -> v * v).sum();
        return squares == 0 ? 0 : mean / (Math.sqrt(squares) / n);
    }

    /// Rows on which models are compared: at most 1,000 judged pairs, each predicted from the other
    /// four fifths, and at most 1,000 others for models that learn from all votes.
    ///
    /// @param questions of the judged rows, numbered as they come: a question is in one fold
    private record Trial(
            LabelMatrix votes, double[] answers, Gold gold, int[] rows, int[] questions) {
        static Trial of(LabelMatrix votes, Gold gold) {
            int[] judged =
                    spread(IntStream.range(0, votes.rows()).filter(gold::judged), MOST_JUDGED);
            int[] others =
                    spread(
                            IntStream.range(0, votes.rows()).filter(i -> !gold.judged(i)),
                            MOST_OTHERS);
            int[] rows = IntStream.concat(Arrays.stream(judged), Arrays.stream(others)).toArray();
            double[] answers = IntStream.of(judged).mapToDouble(gold::preference).toArray();
            Map<Integer, Integer> numbers = new HashMap<>();
            int[] questions =
                    IntStream.of(judged)
                            .map(
                                    row ->
                                            numbers.computeIfAbsent(
                                                    gold.question(row), q -> numbers.size()))
                            .toArray();
            return new Trial(votes.select(rows), answers, gold, rows, questions);
        }

        private static int[] spread(IntStream of, int most) {
            int[] all = of.toArray();
            int kept = Math.min(most, all.length);
            return IntStream.range(0, kept)
                    .map(i -> all[(int) ((long) i * all.length / kept)])
                    .toArray();
        }

        double[] losses(PairLabelModel model) {
            double[] losses = new double[answers.length];
            for (int fold = 0; fold < FOLDS; fold++) {
                double[] seen = new double[rows.length];
                Arrays.fill(seen, Double.NaN);
                for (int i = 0; i < answers.length; i++) {
                    seen[i] = questions[i] % FOLDS == fold ? Double.NaN : answers[i];
                }
                PairLabels labels = model.label(votes, gold.select(rows, seen));
                for (int i = 0; i < answers.length; i++) {
                    if (questions[i] % FOLDS == fold) {
                        losses[i] = Scores.crossEntropy(labels.p(i), answers[i]);
                    }
                }
            }
            return losses;
        }
    }
}
