package dev.whetstone.engine.family;

import java.util.Collections;
import java.util.List;

/// GPT-2: learned positions, layer norms with biases, one projection for queries, keys and values,
/// a plain MLP, and weights stored as [in, out] (Transformers' Conv1D).
final class Gpt2Family implements Family {
    private static final TensorNames NAMES =
            new TensorNames(
                    "transformer.",
                    "wte",
                    "wpe",
                    "h",
                    "ln_1",
                    List.of("attn.c_attn"),
                    "",
                    "",
                    "attn.c_proj",
                    "ln_2",
                    List.of("mlp.c_fc"),
                    "mlp.c_proj",
                    "ln_f",
                    TensorNames.Orientation.IN_OUT,
                    List.of(".attn.bias", ".attn.masked_bias"));

    @Override
    public String type() {
        return "gpt2";
    }

    @Override
    public String architecture() {
        return "GPT2";
    }

    @Override
    public DecoderConfig read(ConfigFields fields) {
        int hidden = fields.size("n_embd");
        int heads = fields.size("n_head");
        int layers = fields.layers("n_layer");
        if (hidden % heads != 0) {
            throw fields.wrong("n_head", heads + " does not divide n_embd " + hidden);
        }
        if (!fields.flag("scale_attn_weights", "true")) {
            throw fields.wrong("scale_attn_weights", "false is not supported");
        }
        for (String field : List.of("scale_attn_by_inverse_layer_idx", "add_cross_attention")) {
            if (fields.flag(field)) {
                throw fields.wrong(field, "true is not supported");
            }
        }
        return new DecoderConfig(
                type(),
                fields.size("vocab_size"),
                hidden,
                fields.size("n_inner", 4 * hidden),
                layers,
                heads,
                heads,
                hidden / heads,
                fields.size("n_positions"),
                fields.number("layer_norm_epsilon", 1e-5),
                fields.flag("tie_word_embeddings", "true")
                        ? DecoderConfig.Head.TIED
                        : DecoderConfig.Head.OWN,
                new DecoderConfig.Biases(true, true, true),
                DecoderConfig.HeadNorm.NONE,
                new Positions.Learned(),
                Collections.nCopies(layers, DecoderConfig.ALL),
                fields.ids(),
                new Block(
                        Block.Norm.LAYER,
                        Block.Mlp.PLAIN,
                        Activation.of(fields, "activation_function", "gelu_new"),
                        NAMES),
                0);
    }
}
