package dev.whetstone.store.project;

import java.nio.file.Path;
import java.util.List;

/// What a repair did.
///
/// @param backup the file as it was before
/// @param before what was wrong
/// @param after what is still wrong; empty when the project is sound
public record Repair(Path backup, List<String> before, List<String> after) {
    public Repair {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
