package dev.whetstone.services.detect;

import java.nio.file.Path;
import java.util.List;

/// What a detector is made from.
public sealed interface Recipe {
    /// Examples of what it looks for, and, where there are some, of the contrary.
    ///
    /// @param concept a word list whose words are examples too; empty for none
    record Examples(String concept, List<String> like, List<String> unlike) implements Recipe {
        public Examples {
            like = List.copyOf(like);
            unlike = List.copyOf(unlike);
        }
    }

    /// Marked texts.
    record Head() implements Recipe {}

    /// A folder in Hugging Face layout for sequence classification.
    ///
    /// @param label the label whose probability is the score
    record Checkpoint(Path folder, String label) implements Recipe {}

    /// `examples`, `head` or `checkpoint`.
    default String kind() {
        return switch (this) {
            case Examples _ -> "examples";
            case Head _ -> "head";
            case Checkpoint _ -> "checkpoint";
        };
    }
}
