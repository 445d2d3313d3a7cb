package dev.whetstone.engine.align;

import dev.whetstone.engine.policy.Completion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prompts with responses to other prompts, from which KTO measures how far the policy has moved.
/// As TRL does with the rows of a batch, each prompt takes the responses of the next pair, here of
/// the next that has another prompt; which that is depends on the pairs' order in the file alone.
final class Mismatches {
    private Mismatches() {}

    /// For each pair its prompt with the next one's chosen and rejected response; none for a pair
    /// where all prompts are the same.
    ///
    /// @param most tokens of a row; a response is cut where it would be longer
    static List<List<Completion>> of(List<TokenPair> pairs, int most) {
        List<List<Completion>> result = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<Completion> rows = new ArrayList<>();
            int[] prompt = pairs.get(i).prompt();
            for (int step = 1; step < pairs.size() && rows.isEmpty(); step++) {
                TokenPair other = pairs.get((i + step) % pairs.size());
                if (!Arrays.equals(prompt, other.prompt())) {
                    rows.add(new Completion(prompt, cut(other.chosen(), most - prompt.length)));
                    rows.add(new Completion(prompt, cut(other.rejected(), most - prompt.length)));
                }
            }
            result.add(rows);
        }
        return result;
    }

    private static int[] cut(int[] ids, int most) {
        return ids.length <= most ? ids : Arrays.copyOf(ids, Math.max(1, most));
    }
}
