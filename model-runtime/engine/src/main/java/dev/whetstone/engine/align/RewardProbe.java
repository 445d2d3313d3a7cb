package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Decoder;
import dev.whetstone.engine.policy.Forward;
import dev.whetstone.engine.policy.TokenBatch;
import dev.whetstone.engine.tensor.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Some texts and their scores, by which two forms of a reward model are compared.
record RewardProbe(List<int[]> rows, float[] scores) {
    private static final int PAIRS = 4;

    /// Texts of the first pairs under a model in training, each scored by itself.
    static RewardProbe of(RewardModel model, List<RewardPair> pairs) {
        List<int[]> rows = new ArrayList<>();
        for (RewardPair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
            rows.add(pair.chosen());
            rows.add(pair.rejected());
        }
        float[] scores = new float[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.scores(TokenBatch.unmarked(List.of(rows.get(i))))[0];
        }
        return new RewardProbe(rows, scores);
    }

    /// The same texts under another model.
    RewardProbe under(Decoder decoder, Forward forward) {
        float[] found = new float[rows.size()];
        for (int i = 0; i < found.length; i++) {
            int[] row = rows.get(i);
            try (Scope scope = decoder.scope().inner()) {
                TokenBatch batch = TokenBatch.unmarked(List.of(row));
                found[i] =
                        forward.classify(scope, forward.hidden(scope, batch), batch.lasts())
                                .floats()[0];
            }
        }
        return new RewardProbe(rows, found);
    }

    /// How far the scores are from these under another model.
    ///
    /// @param limit for scores of a size up to 1; for larger ones in proportion
    SelfTest test(String name, Decoder decoder, Forward forward, double limit) {
        return new SelfTest(name, difference(under(decoder, forward).scores()), limit * size());
    }

    /// That a text's score does not depend on its batch: the shortest beside the longest.
    ///
    /// @param model whose scores these are
    /// @param limit as in [#test]
    SelfTest padding(RewardModel model, double limit) {
        Comparator<Integer> byLength = Comparator.comparingInt(i -> rows.get(i).length);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            all.add(i);
        }
        int shortest = all.stream().min(byLength).orElseThrow();
        int longest = all.stream().max(byLength).orElseThrow();
        float[] together =
                model.scores(TokenBatch.unmarked(List.of(rows.get(shortest), rows.get(longest))));
        double difference =
                Math.max(
                        Math.abs(together[0] - scores[shortest]),
                        Math.abs(together[1] - scores[longest]));
        return new SelfTest("padding", finite(difference), limit * size());
    }

    private double difference(float[] others) {
        double largest = 0;
        for (int i = 0; i < scores.length; i++) {
            largest = Math.max(largest, finite(Math.abs(scores[i] - others[i])));
        }
        return largest;
    }

    private double size() {
        double largest = 1;
        for (float score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return largest;
    }

    private static double finite(double difference) {
        return Double.isNaN(difference) ? 1e30 : difference;
    }
}
