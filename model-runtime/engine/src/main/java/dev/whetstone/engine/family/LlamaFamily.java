package dev.whetstone.engine.family;

import java.util.Collections;
import java.util.List;

/// Llama, and what is spelt like it: SmolLM, SmolLM2, TinyLlama.
final class LlamaFamily implements Family {
    @Override
    public String type() {
        return "llama";
    }

    @Override
    public String architecture() {
        return "Llama";
    }

    @Override
    public DecoderConfig read(ConfigFields fields) {
        boolean attention = fields.flag("attention_bias");
        return read(
                fields,
                type(),
                headDim(fields),
                new DecoderConfig.Biases(attention, attention, fields.flag("mlp_bias")),
                DecoderConfig.HeadNorm.NONE,
                everywhere(fields, DecoderConfig.ALL));
    }

    /// A decoder with Llama's blocks, tensor names and config fields.
    ///
    /// @param windows of each layer
    static DecoderConfig read(
            ConfigFields fields,
            String type,
            int headDim,
            DecoderConfig.Biases biases,
            DecoderConfig.HeadNorm headNorm,
            List<Integer> windows) {
        int heads = fields.size("num_attention_heads");
        int kvHeads = fields.size("num_key_value_heads", heads);
        if (heads % kvHeads != 0) {
            throw fields.wrong(
                    "num_key_value_heads", kvHeads + " does not divide " + heads + " heads");
        }
        if (headDim < 2 || headDim % 2 != 0) {
            throw fields.wrong("head_dim", headDim + " is odd; rotary positions need pairs");
        }
        int positions = fields.size("max_position_embeddings");
        Rope rope = new RopeReader(fields, positions, headDim).rope();
        return new DecoderConfig(
                type,
                fields.size("vocab_size"),
                fields.size("hidden_size"),
                fields.size("intermediate_size"),
                windows.size(),
                heads,
                kvHeads,
                headDim,
                rope.reach(positions),
                fields.number("rms_norm_eps", 1e-6),
                fields.flag("tie_word_embeddings")
                        ? DecoderConfig.Head.TIED
                        : DecoderConfig.Head.OWN,
                biases,
                headNorm,
                rope,
                windows,
                fields.ids(),
                new Block(
                        Block.Norm.RMS,
                        Block.Mlp.GATED,
                        Activation.of(fields, "hidden_act", "silu"),
                        TensorNames.LLAMA),
                0);
    }

    static int headDim(ConfigFields fields) {
        return fields.size(
                "head_dim",
                Math.max(1, fields.size("hidden_size") / fields.size("num_attention_heads")));
    }

    /// The same window in every layer.
    static List<Integer> everywhere(ConfigFields fields, int window) {
        return Collections.nCopies(fields.layers("num_hidden_layers"), window);
    }
}
