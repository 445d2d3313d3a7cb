package dev.whetstone.runtime.model;

import java.nio.file.Path;
import java.util.List;

/// A policy: a folder in Hugging Face layout, and adapters (PEFT folders) laid over it in
/// order, each merged before the next so that one adapter at most is ever trained.
public record ModelRef(Path folder, List<Path> adapters) {
    public ModelRef {
        adapters = List.copyOf(adapters);
    }

    public static ModelRef of(Path folder) {
        return new ModelRef(folder, List.of());
    }
}
