package dev.whetstone.services.reward;

import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.core.reward.RewardPair;
import dev.whetstone.services.label.Labelling;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.pair.PairView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a reward model is trained on: every choice, and the rules' label where nobody chose.
public final class RewardSet {
    private RewardSet() {}

    /// @param pairs in the order of the labels
    /// @param leftOut comparisons that are not trained on
    static List<RewardPair> of(List<PairView> pairs, Labelling labelling, Set<UUID> leftOut) {
        List<RewardPair> set = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            PairView pair = pairs.get(i);
            PairLabel label = labelling.labels().get(i);
            if (leftOut.contains(pair.ref().comparisonId())) {
                continue;
            }
            for (Choice choice : label.choices()) {
                set.add(
                        pair(
                                pair,
                                choice.preference(),
                                weight(pairs, i),
                                RewardPair.Origin.JUDGED));
            }
            double confidence = Math.abs(2 * label.ruled() - 1);
            if (label.choices().isEmpty() && confidence > 0) {
                set.add(pair(pair, label.ruled(), confidence, RewardPair.Origin.RULES));
            }
        }
        return set;
    }

    /// What a choice on a pair counts: the pairs of one ranking are one person's one verdict.
    ///
    /// @param pairs those of one comparison stand together
    public static double weight(List<PairView> pairs, int index) {
        return 1.0 / Math.max(1, responses(pairs, index) - 1);
    }

    /// How many responses the pair's comparison has: its pairs stand together.
    private static int responses(List<PairView> pairs, int index) {
        var comparison = pairs.get(index).ref().comparisonId();
        int last = 0;
        for (int i = Math.max(0, index - 9); i < Math.min(pairs.size(), index + 10); i++) {
            if (pairs.get(i).ref().comparisonId().equals(comparison)) {
                last = Math.max(last, pairs.get(i).ref().b());
            }
        }
        return last + 1;
    }

    private static RewardPair pair(
            PairView pair, double p, double weight, RewardPair.Origin origin) {
        String prompt = pair.prompt().text();
        return new RewardPair(
                pair.ref().text(),
                PromptGroups.of(prompt),
                prompt,
                pair.a().text(),
                pair.b().text(),
                p,
                weight,
                origin);
    }
}
