package dev.whetstone.resources.sample.grammar;

import java.util.Set;

/// An expanded template: its text and the tags of all templates that took part.
public record Phrase(String text, Set<String> tags) {
    public Phrase {
        tags = Set.copyOf(tags);
    }
}
