package dev.whetstone.engine.lora;

/// One adapted linear layer: W + scale B A, with A [rank, in] and B [out, rank].
///
/// @param path of the layer in the model, e.g. `model.layers.0.self_attn.q_proj`
/// @param scale alpha / rank, or alpha / sqrt(rank) for rank-stabilised adapters
/// @param kind whether rows of the sum are scaled to stored magnitudes
public record AdapterModule(String path, int rank, double scale, int in, int out, Kind kind) {
    /// What becomes of W + scale B A.
    public enum Kind {
        /// Nothing.
        PLAIN,
        /// Each row gets the length that the adapter stores (DoRA, Liu and others 2024).
        MAGNITUDES
    }

    /// A plain one.
    public AdapterModule(String path, int rank, double scale, int in, int out) {
        this(path, rank, scale, in, out, Kind.PLAIN);
    }
}
