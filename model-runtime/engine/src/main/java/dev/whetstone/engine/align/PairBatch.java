package dev.whetstone.engine.align;

import dev.whetstone.engine.loss.Discount;
import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.PairLoss;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.loss.Scored;
import dev.whetstone.engine.policy.Completion;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Some of a step's pairs as rows of tokens: all chosen responses, then all rejected ones. Targets
/// are the completions' tokens, and the prompts' where likelihood learns them.
final class PairBatch {
    private final List<StepPair> pairs;
    private final Objective objective;
    private final StepFacts facts;
    private final TokenBatch tokens;

    PairBatch(List<StepPair> pairs, Objective objective, StepFacts facts) {
        this.pairs = pairs;
        this.objective = objective;
        this.facts = facts;
        List<TokenBatch.Row> rows = new ArrayList<>();
        for (StepPair each : pairs) {
            TokenPair pair = each.pair();
            add(pair.chosenCompletion(), pair.p() > 0, rows);
        }
        for (StepPair each : pairs) {
            TokenPair pair = each.pair();
            add(pair.rejectedCompletion(), pair.p() < 1, rows);
        }
        this.tokens = TokenBatch.ofRows(rows);
    }

    private void add(Completion row, boolean learnt, List<TokenBatch.Row> rows) {
        int prompt = row.prompt().length;
        int[] ids = Arrays.copyOf(row.prompt(), row.length());
        System.arraycopy(row.completion(), 0, ids, prompt, row.completion().length);
        boolean[] mark = new boolean[ids.length];
        Arrays.fill(mark, objective.learnsPrompt() && learnt ? 0 : prompt, ids.length, true);
        rows.add(new TokenBatch.Row(ids, prompt, mark));
    }

    List<StepPair> pairs() {
        return pairs;
    }

    TokenBatch tokens() {
        return tokens;
    }

    /// Rows of chosen responses; as many of rejected ones follow.
    int chosenRows() {
        return pairs.size();
    }

    /// Tokens of all rows, padding left out.
    long read() {
        return pairs.stream()
                .mapToLong(
                        each ->
                                each.pair().chosenCompletion().length()
                                        + each.pair().rejectedCompletion().length())
                .sum();
    }

    /// The first target of a row that belongs to its completion.
    int firstOfCompletion(int row) {
        return tokens.firstTarget(row + 1) - completion(row).length;
    }

    int afterCompletion(int row) {
        return tokens.firstTarget(row + 1);
    }

    private int[] completion(int row) {
        return row < pairs.size()
                ? pairs.get(row).pair().chosen()
                : pairs.get(row - pairs.size()).pair().rejected();
    }

    /// @param concentration of each target, empty where pairs are not weighted
    List<PairScores> scores(TokenScores scores, float[] concentration) {
        List<PairScores> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            StepPair each = pairs.get(i);
            int other = pairs.size() + i;
            double weight =
                    concentration.length == 0
                            ? 1
                            : weight(i, scores, concentration)
                                    * weight(other, scores, concentration);
            result.add(
                    new PairScores(
                            scored(i, scores, each.reference().chosen(), each.shared()),
                            scored(other, scores, each.reference().rejected(), each.shared()),
                            each.pair().p(),
                            weight,
                            facts.drift()));
        }
        return result;
    }

    private Scored scored(int row, TokenScores scores, double reference, int shared) {
        float[] logProbs = new float[completion(row).length];
        for (int place = 0; place < logProbs.length; place++) {
            logProbs[place] = scores.logProb(firstOfCompletion(row) + place);
        }
        double text = 0;
        for (int target = tokens.firstTarget(row); target < afterCompletion(row); target++) {
            text += scores.logProb(target);
        }
        return new Scored(
                objective.discount().sum(logProbs, shared),
                reference,
                logProbs.length,
                text,
                facts.textShare());
    }

    /// WPO's weight of one response (equation 2): its mean token probability over the expected one.
    private double weight(int row, TokenScores scores, float[] concentration) {
        double sum = 0;
        for (int target = firstOfCompletion(row); target < afterCompletion(row); target++) {
            sum += scores.logProb(target) - concentration[target];
        }
        return Math.exp(sum / completion(row).length);
    }

    /// The derivatives of the step's mean loss with respect to each target's log-probability.
    float[] weights(List<PairLoss> losses) {
        float[] weights = new float[tokens.targets().length];
        for (int i = 0; i < pairs.size(); i++) {
            PairLoss loss = losses.get(i);
            int shared = pairs.get(i).shared();
            fill(weights, i, shared, loss.dChosen(), loss.dChosenText());
            fill(weights, pairs.size() + i, shared, loss.dRejected(), loss.dRejectedText());
        }
        return weights;
    }

    private void fill(float[] weights, int row, int shared, double slope, double text) {
        Discount discount = objective.discount();
        int first = firstOfCompletion(row);
        for (int target = tokens.firstTarget(row); target < afterCompletion(row); target++) {
            double own = target < first ? 0 : slope * discount.factor(target - first, shared);
            weights[target] = (float) ((own + text) / facts.pairs());
        }
    }
}
