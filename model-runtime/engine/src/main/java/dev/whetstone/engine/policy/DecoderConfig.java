package dev.whetstone.engine.policy;

import java.util.List;

/// The shape of a decoder of the Llama family.
///
/// @param family `model_type` of config.json: llama, mistral, qwen2 or qwen3
/// @param vocabulary rows of the embedding
/// @param kvHeads heads of keys and values; divides `heads`
/// @param maxPositions longest prompt + response that the model was made for
/// @param head whether output logits have weights of their own or the embedding's
/// @param biases which projections have biases
/// @param headNorm whether queries and keys are normalised per head (Qwen3)
/// @param windows of each layer: how far back attention sees, or [#ALL]
/// @param ids special ids
public record DecoderConfig(
        String family,
        int vocabulary,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        int maxPositions,
        double normEps,
        Head head,
        Biases biases,
        HeadNorm headNorm,
        Rope rope,
        List<Integer> windows,
        SpecialIds ids) {
    /// A window that ends nowhere.
    public static final int ALL = 0;

    /// Where the output weights come from.
    public enum Head {
        TIED,
        OWN
    }

    /// Whether there is a norm on each head's queries and keys.
    public enum HeadNorm {
        NONE,
        QUERIES_AND_KEYS
    }

    /// Which projections have biases.
    public record Biases(boolean queryKeyValue, boolean output, boolean mlp) {
        public static final Biases NONE = new Biases(false, false, false);
    }

    public DecoderConfig {
        windows = List.copyOf(windows);
    }

    /// Width of all query heads together.
    public int queryWidth() {
        return heads * headDim;
    }

    /// Width of all key heads together.
    public int keyWidth() {
        return kvHeads * headDim;
    }
}
