package dev.whetstone.engine.memory;

/// A quantity that memory grows with, and what it takes of it: the table that measurements fill.
/// `whetstone bench memory` measures peaks and prints the factors that fit them best.
public enum MemoryTerm {
    /// Java, libtorch and its code; in MiB.
    PROCESS(247, 268),
    /// Weights in the type that they are multiplied in.
    WEIGHTS(1.37, 1.55),
    /// Keys and values of all rows in the type of the weights, room for more and the copy into it
    /// included.
    CACHE(1.54, 0),
    /// A row of the vocabulary in fp32 for every response.
    CHOICE(34.5, 0),
    /// Attention's weights in fp32: of one layer in generation, of all layers in training.
    ATTENTION(33, 3.56),
    /// The adapter in fp32.
    ADAPTER(0, 4),
    /// What is kept of every layer for the backward pass, if it were fp32.
    KEPT(0, 1.58),
    /// The same in the type that weights are multiplied in.
    KEPT_NARROW(0, 1.53),
    /// Logits of one chunk of positions in fp32.
    LOGITS(0, 1);

    private final double generating;
    private final double training;

    MemoryTerm(double generating, double training) {
        this.generating = generating;
        this.training = training;
    }

    double generating() {
        return generating;
    }

    double training() {
        return training;
    }
}
