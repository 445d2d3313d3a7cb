package dev.whetstone.engine.family;

import java.util.List;

/// The shape of a decoder.
///
/// @param family `model_type` of config.json, e.g. llama
/// @param vocabulary rows of the embedding
/// @param kvHeads heads of keys and values; divides `heads`
/// @param maxPositions longest prompt + response that the model was made for
/// @param head where the output weights come from
/// @param biases which projections have biases
/// @param headNorm whether queries and keys are normalised per head (Qwen3)
/// @param windows of each layer: how far back attention sees, or [#ALL]
/// @param ids special ids
/// @param block what the layers are made of
/// @param labels outputs of a classification head; 0 for a language model
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
        Positions positions,
        List<Integer> windows,
        SpecialIds ids,
        Block block,
        int labels) {
    /// A window that ends nowhere.
    public static final int ALL = 0;

    /// Where the output weights come from.
    public enum Head {
        /// The embedding's weights make logits of the vocabulary.
        TIED,
        /// Weights of their own make logits of the vocabulary.
        OWN,
        /// Weights of their own make a score for each label (sequence classification).
        SCORE
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

    /// A language model with Llama's blocks.
    public DecoderConfig(
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
            Positions positions,
            List<Integer> windows,
            SpecialIds ids) {
        this(
                family,
                vocabulary,
                hidden,
                intermediate,
                layers,
                heads,
                kvHeads,
                headDim,
                maxPositions,
                normEps,
                head,
                biases,
                headNorm,
                positions,
                windows,
                ids,
                Block.LLAMA,
                0);
    }

    /// The same layers below a head that gives `outputs` scores.
    public DecoderConfig scoring(int outputs) {
        return new DecoderConfig(
                family,
                vocabulary,
                hidden,
                intermediate,
                layers,
                heads,
                kvHeads,
                headDim,
                maxPositions,
                normEps,
                Head.SCORE,
                biases,
                headNorm,
                positions,
                windows,
                ids,
                block,
                outputs);
    }

    /// Columns of the head's output: the vocabulary, or the labels.
    public int outputs() {
        return head == Head.SCORE ? labels : vocabulary;
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
