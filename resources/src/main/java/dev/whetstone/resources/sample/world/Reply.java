package dev.whetstone.resources.sample.world;

import java.util.Set;

/// A reply of the desk with what is true of it.
///
/// @param sentences without greeting and closing; an item of a list counts as one
public record Reply(String text, Set<Attribute> attributes, int sentences) {
    public Reply {
        attributes = Set.copyOf(attributes);
    }

    public boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }
}
