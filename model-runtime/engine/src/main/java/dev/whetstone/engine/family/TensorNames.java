package dev.whetstone.engine.family;

import java.util.List;

/// What a family calls its tensors, without `.weight` and `.bias`.
///
/// @param base before all but the head's; folders of bare base models leave it out
/// @param positions of learned positions; empty where there are none
/// @param layers before a layer's number
/// @param queryKeyValue three projections, or one that holds all three
/// @param queryNorm a norm on each head's queries; empty where there is none
/// @param mlpIn gate and up, one that holds both, or up alone
/// @param orientation of the matrices of the layers
/// @param ignored endings of tensors that are no weights
public record TensorNames(
        String base,
        String embedding,
        String positions,
        String layers,
        String inputNorm,
        List<String> queryKeyValue,
        String queryNorm,
        String keyNorm,
        String output,
        String postNorm,
        List<String> mlpIn,
        String mlpOut,
        String norm,
        Orientation orientation,
        List<String> ignored) {
    /// Llama's, which Mistral and Qwen share.
    static final TensorNames LLAMA =
            new TensorNames(
                    "model.",
                    "embed_tokens",
                    "",
                    "layers",
                    "input_layernorm",
                    List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
                    "self_attn.q_norm",
                    "self_attn.k_norm",
                    "self_attn.o_proj",
                    "post_attention_layernorm",
                    List.of("mlp.gate_proj", "mlp.up_proj"),
                    "mlp.down_proj",
                    "norm",
                    Orientation.OUT_IN,
                    List.of("rotary_emb.inv_freq"));

    /// How a matrix is stored.
    public enum Orientation {
        OUT_IN,
        IN_OUT
    }

    public TensorNames {
        queryKeyValue = List.copyOf(queryKeyValue);
        mlpIn = List.copyOf(mlpIn);
        ignored = List.copyOf(ignored);
    }
}
