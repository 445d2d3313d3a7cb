package dev.whetstone.engine.lora;

/// One adapted linear layer: W + scale B A, with A [rank, in] and B [out, rank].
///
/// @param path of the layer in the model, e.g. `model.layers.0.self_attn.q_proj`
/// @param scale alpha / rank, or alpha / sqrt(rank) for rank-stabilised adapters
public record AdapterModule(String path, int rank, double scale, int in, int out) {}
