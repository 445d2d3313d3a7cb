package dev.whetstone.engine.align;

/// A preference pair of whole texts in tokens, as a reward model reads it.
///
/// @param id names the pair in messages
/// @param prompt what pairs of the same prompt share; a held-out prompt is held out in all of them
/// @param chosen prompt and preferred response, its end token included
/// @param rejected prompt and the other response
/// @param p probability that `chosen` is really preferred, in [0, 1]
/// @param margin by how much its score should at least be larger, 0 for none; with p = 1
public record RewardPair(
        String id, String prompt, int[] chosen, int[] rejected, double p, double margin) {
    public RewardPair {
        if (!(p >= 0 && p <= 1) || (margin != 0 && p != 1)) {
            throw new IllegalArgumentException("pair " + id + ": p is " + p + ", margin " + margin);
        }
    }

    int longest() {
        return Math.max(chosen.length, rejected.length);
    }
}
