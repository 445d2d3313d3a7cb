package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// Things whose wanted number a prompt may state.
public enum CountedThing implements Identified {
    ITEMS("items", "items"),
    WORDS("words", "words"),
    SENTENCES("sentences", "sentences"),
    PARAGRAPHS("paragraphs", "paragraphs");

    private final String id;
    private final String english;

    CountedThing(String id, String english) {
        this.id = id;
        this.english = english;
    }

    /// The name in a rule's text.
    @Override
    public String id() {
        return id;
    }

    /// A noun phrase for people.
    public String english() {
        return english;
    }

    public static Optional<CountedThing> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}
