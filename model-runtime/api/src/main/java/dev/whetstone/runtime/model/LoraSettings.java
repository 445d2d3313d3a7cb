package dev.whetstone.runtime.model;

import java.util.List;

/// @param rank r
/// @param alpha scale is alpha / rank
/// @param targets module names, e.g. `q_proj`; empty means all linear layers of the blocks
public record LoraSettings(int rank, double alpha, List<String> targets) {
    public LoraSettings {
        targets = List.copyOf(targets);
        if (rank < 1 || alpha <= 0) {
            throw new IllegalArgumentException("LoRA rank and alpha must be positive");
        }
    }
}
