package dev.whetstone.core.reward;

/// A labelled pair to train on.
///
/// @param id of the comparison; explanations name it
/// @param group what the pair must not be split from when models are measured: pairs of one prompt,
///     see [PromptGroups]
/// @param p probability that A is preferred, in [0, 1]
/// @param weight how much the label counts, above 0; 1 for a judgement
/// @param origin whether a person judged it or rules labelled it
public record RewardPair(
        String id,
        String group,
        String prompt,
        String a,
        String b,
        double p,
        double weight,
        Origin origin) {
    public enum Origin {
        JUDGED,
        RULES
    }

    public RewardPair {
        if (!(p >= 0 && p <= 1) || !(weight > 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException(
                    "pair " + id + ": p " + p + ", weight " + weight + " out of range");
        }
    }

    /// A judged pair, grouped by the first human turn of its prompt.
    public static RewardPair judged(String id, String prompt, String a, String b, double p) {
        return new RewardPair(id, PromptGroups.of(prompt), prompt, a, b, p, 1, Origin.JUDGED);
    }
}
