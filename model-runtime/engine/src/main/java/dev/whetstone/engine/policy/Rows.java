package dev.whetstone.engine.policy;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;

/// Checks rows of token ids before libtorch sees them: it reads past the embedding for an id that
/// it does not have.
final class Rows {
    private Rows() {}

    /// @param what names the row in the error
    /// @throws RuntimeFailure `tokens.range` or `prompt.too-long`
    static void check(DecoderConfig config, int[] ids, String what) {
        for (int id : ids) {
            if (id < 0 || id >= config.vocabulary()) {
                throw new RuntimeFailure(
                        "tokens.range",
                        what
                                + " has the token id "
                                + id
                                + ", the model knows 0 to "
                                + (config.vocabulary() - 1),
                        "check that the tokenizer belongs to this model");
            }
        }
        if (ids.length > config.maxPositions()) {
            throw new RuntimeFailure(
                    "prompt.too-long",
                    what
                            + " has "
                            + ids.length
                            + " tokens, the model takes "
                            + config.maxPositions(),
                    "shorten it");
        }
    }
}
