package dev.whetstone.engine.family;

/// What a decoder's layers are made of, and what their tensors are called.
public record Block(Norm norm, Mlp mlp, Activation activation, TensorNames names) {
    /// Llama's.
    public static final Block LLAMA =
            new Block(Norm.RMS, Mlp.GATED, Activation.SILU, TensorNames.LLAMA);

    /// What keeps hidden states in bounds.
    public enum Norm {
        /// Divided by the root mean square.
        RMS,
        /// Centred, divided by the deviation, with a bias.
        LAYER
    }

    /// What follows attention.
    public enum Mlp {
        /// `down(activation(gate(x)) * up(x))`
        GATED,
        /// `down(activation(up(x)))`
        PLAIN
    }
}
