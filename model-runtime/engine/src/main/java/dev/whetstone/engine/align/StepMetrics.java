package dev.whetstone.engine.align;

import dev.whetstone.engine.loss.Objective;
import dev.whetstone.engine.loss.PairLoss;
import dev.whetstone.engine.loss.PairScores;
import dev.whetstone.engine.policy.TokenScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sums over a step's pairs, and from them TRL's metrics (`dpo_trainer.py`): rewards are beta
/// times the log-ratio whatever the loss compares, accuracies count strictly larger rewards. Values
/// of tokens are those of completions.
final class StepMetrics {
    private final Objective objective;
    private final Map<String, Double> further = new LinkedHashMap<>();
    private int pairs;
    private double loss;
    private double chosenReward;
    private double rejectedReward;
    private double right;
    private double chosenLogp;
    private double rejectedLogp;
    private double chosenLogits;
    private double rejectedLogits;
    private double entropy;
    private double best;
    private long chosenTokens;
    private long rejectedTokens;
    private long tokens;

    StepMetrics(Objective objective) {
        this.objective = objective;
    }

    void add(List<PairScores> scores, List<PairLoss> losses) {
        for (int i = 0; i < scores.size(); i++) {
            add(scores.get(i), losses.get(i));
        }
    }

    private void add(PairScores scores, PairLoss pairLoss) {
        pairs++;
        loss += pairLoss.loss();
        double c = objective.reward(scores.chosen());
        double r = objective.reward(scores.rejected());
        chosenReward += c;
        rejectedReward += r;
        right += c > r ? 1 : 0;
        chosenLogp += objective.logProb(scores.chosen());
        rejectedLogp += objective.logProb(scores.rejected());
        objective.metrics(scores).forEach((name, value) -> further.merge(name, value, Double::sum));
    }

    void add(PairBatch batch, TokenScores scores) {
        for (int row = 0; row < 2 * batch.chosenRows(); row++) {
            boolean chosen = row < batch.chosenRows();
            int after = batch.afterCompletion(row);
            for (int i = batch.firstOfCompletion(row); i < after; i++) {
                entropy += scores.entropy(i);
                if (chosen) {
                    chosenLogits += scores.meanLogit(i);
                    best += scores.best(i);
                } else {
                    rejectedLogits += scores.meanLogit(i);
                }
            }
            int count = after - batch.firstOfCompletion(row);
            chosenTokens += chosen ? count : 0;
            rejectedTokens += chosen ? 0 : count;
        }
        tokens += batch.read();
    }

    long tokens() {
        return tokens;
    }

    double loss() {
        return loss / pairs;
    }

    double largestReward() {
        return Math.max(Math.abs(chosenReward), Math.abs(rejectedReward)) / pairs;
    }

    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss());
        values.put("rewards/chosen", chosenReward / pairs);
        values.put("rewards/rejected", rejectedReward / pairs);
        values.put("rewards/accuracies", right / pairs);
        values.put("rewards/margins", (chosenReward - rejectedReward) / pairs);
        values.put("logps/chosen", chosenLogp / pairs);
        values.put("logps/rejected", rejectedLogp / pairs);
        values.put("logits/chosen", chosenLogits / chosenTokens);
        values.put("logits/rejected", rejectedLogits / rejectedTokens);
        values.put("entropy", entropy / (chosenTokens + rejectedTokens));
        values.put("mean_token_accuracy", best / chosenTokens);
        values.put("chosen_len", (double) chosenTokens / pairs);
        values.put("rejected_len", (double) rejectedTokens / pairs);
        further.forEach((name, sum) -> values.put(name, sum / pairs));
        return values;
    }
}
