package dev.whetstone.engine.memory;

/// A quantity that memory grows with, and what it takes of it: the table that measurements fill.
/// `whetstone bench memory` measures peaks and prints the factors that fit them best.
public enum MemoryTerm {
    /// Java, libtorch and its code; in MiB.
    PROCESS(256, 310),
    /// Weights in the type that they are multiplied in.
    WEIGHTS(1.33, 1.04),
    /// Keys and values of all rows in the type of the weights, room for more and the copy into it
    /// included.
    CACHE(0.95, 0),
    /// A row of the vocabulary in fp32 for every response.
    CHOICE(6.5, 0),
    /// Attention's weights of one block of queries in one layer.
    ATTENTION(22, 0.35),
    /// The adapter in fp32, with its gradients and moments.
    ADAPTER(0, 6.5),
    /// What is kept of every layer for the backward pass.
    KEPT(0, 1.79),
    /// Logits of one chunk of positions in fp32.
    LOGITS(0, 2.3);

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
