package dev.whetstone.resources.sample.grammar;

import java.util.List;
import java.util.Set;

/// One line of a section.
///
/// @param tags the names after `@` at the end of the line
record Template(List<Part> parts, Set<String> tags) {
    Template {
        parts = List.copyOf(parts);
        tags = Set.copyOf(tags);
    }
}
