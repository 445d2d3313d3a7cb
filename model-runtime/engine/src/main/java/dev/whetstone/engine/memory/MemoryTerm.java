package dev.whetstone.engine.memory;

/// A quantity that memory grows with, and what it takes of it: the table that measurements fill.
/// `whetstone bench memory` measures peaks and prints the factors that fit them best.
public enum MemoryTerm {
    /// Java, libtorch and its code; in MiB.
    PROCESS(330, 330),
    /// Weights in the type that they are multiplied in.
    WEIGHTS(1, 1),
    /// The largest tensor in fp32, while it is converted.
    LOADING(1, 1),
    /// Keys and values of all rows, room for more included.
    CACHE(1, 0),
    /// A row of the vocabulary in fp32 for every response.
    CHOICE(4, 0),
    /// Hidden states and what a layer makes of them, of all prompts that are read at once.
    PROMPT(2, 0),
    /// The adapter in fp32.
    ADAPTER(0, 4),
    /// What is kept of every layer for the backward pass.
    ACTIVATIONS(0, 2),
    /// Logits of one chunk of positions in fp32.
    LOGITS(0, 3);

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
