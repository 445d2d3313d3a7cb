package dev.whetstone.engine.align;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a reward model is worth on pairs of prompts that it was not trained on.
///
/// @param pairs with a preferred side, p other than 1/2; accuracy counts these
/// @param accuracy share in which the preferred text scores strictly higher
/// @param logLoss mean of -p log s(d) - (1-p) log s(-d) over all pairs, d the difference of scores,
///     nats
/// @param brier mean of (s(d) - p)^2
/// @param longestWins share in which the preferred text is the one with strictly more tokens: what
///     an accuracy must beat
public record HeldOutResult(
        int pairs, int prompts, Share accuracy, double logLoss, double brier, Share longestWins) {
    /// Measures.
    static final class Tally implements RewardStep.Seen {
        private final Set<String> prompts = new HashSet<>();
        private int all;
        private int decided;
        private int right;
        private int longer;
        private double logLoss;
        private double brier;

        @Override
        public void pair(RewardPair pair, double chosen, double rejected) {
            double d = chosen - rejected;
            double p = pair.p();
            all++;
            prompts.add(pair.prompt());
            logLoss += p * softplus(-d) + (1 - p) * softplus(d);
            brier += Math.pow(1 / (1 + Math.exp(-d)) - p, 2);
            if (p != 0.5) {
                double side = p > 0.5 ? 1 : -1;
                decided++;
                right += side * d > 0 ? 1 : 0;
                longer += side * (pair.chosen().length - pair.rejected().length) > 0 ? 1 : 0;
            }
        }

        /// None where no pair had a preferred side.
        List<HeldOutResult> result() {
            return decided == 0
                    ? List.of()
                    : List.of(
                            new HeldOutResult(
                                    decided,
                                    prompts.size(),
                                    Share.of(right, decided),
                                    logLoss / all,
                                    brier / all,
                                    Share.of(longer, decided)));
        }

        private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }
    }
}
