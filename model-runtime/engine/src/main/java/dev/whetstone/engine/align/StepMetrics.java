package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.policy.TokenScores;
import java.util.LinkedHashMap;
import java.util.Map;

/// Sums over a step's pairs, and from them TRL's metrics (`dpo_trainer.py`): rewards are beta
/// times the log-ratio whatever the loss, accuracies count strictly larger rewards.
final class StepMetrics {
    private final double beta;
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

    StepMetrics(double beta) {
        this.beta = beta;
    }

    void add(PairScores scores, double pairLoss) {
        pairs++;
        loss += pairLoss;
        double c = beta * scores.chosenRatio();
        double r = beta * scores.rejectedRatio();
        chosenReward += c;
        rejectedReward += r;
        right += c > r ? 1 : 0;
        chosenLogp += scores.chosen();
        rejectedLogp += scores.rejected();
    }

    /// @param batch rows of chosen completions, then as many of rejected ones
    void add(TokenBatch batch, TokenScores scores) {
        int border = batch.firstTarget(batch.rows() / 2);
        for (int i = 0; i < scores.count(); i++) {
            entropy += scores.entropy(i);
            if (i < border) {
                chosenLogits += scores.meanLogit(i);
                best += scores.best(i);
            } else {
                rejectedLogits += scores.meanLogit(i);
            }
        }
        chosenTokens += border;
        rejectedTokens += scores.count() - border;
    }

    void addTokens(long count) {
        tokens += count;
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
        return values;
    }
}
