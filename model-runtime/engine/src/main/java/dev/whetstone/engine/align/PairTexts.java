package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import java.util.List;
import java.util.function.ToIntFunction;

/// What every training asks of its pairs.
final class PairTexts {
    private PairTexts() {}

    /// @throws RuntimeFailure `tokens.range` where a text of the pair is empty or not the model's
    static void check(String pair, DecoderConfig config, int[]... texts) {
        for (int[] ids : texts) {
            if (ids.length == 0) {
                throw new RuntimeFailure("tokens.range", "pair " + pair + " has an empty text", "");
            }
            for (int id : ids) {
                if (id < 0 || id >= config.vocabulary()) {
                    throw new RuntimeFailure(
                            "tokens.range",
                            "pair " + pair + " has the token id " + id + ", which the model lacks",
                            "check that the tokenizer belongs to this model");
                }
            }
        }
    }

    /// Pairs whose longer text has at most so many tokens.
    ///
    /// @throws RuntimeFailure `training.no-pairs` where none is left
    static <P> List<P> notLonger(int most, List<P> pairs, ToIntFunction<P> longer) {
        List<P> kept = pairs.stream().filter(pair -> longer.applyAsInt(pair) <= most).toList();
        if (kept.isEmpty()) {
            throw new RuntimeFailure(
                    "training.no-pairs",
                    pairs.isEmpty()
                            ? "there are no pairs to train on"
                            : "all " + pairs.size() + " pairs are longer than " + most + " tokens",
                    "judge more comparisons, or raise the token limit");
        }
        return kept;
    }
}
