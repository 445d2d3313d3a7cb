package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// Manners of writing, each measured from 0 to 1.
public enum Tone implements Identified {
    POLITE("polite", "polite"),
    RUDE("rude", "rude"),
    FRIENDLY("friendly", "friendly"),
    FORMAL("formal", "formal"),
    CASUAL("casual", "casual"),
    WARM("warm", "warm"),
    COLD("cold", "cold"),
    CONFIDENT("confident", "confident"),
    HEDGING("hedging", "hedging"),
    CONDESCENDING("condescending", "condescending"),
    URGENT("urgent", "urgent"),
    EMPATHETIC("empathetic", "empathetic");

    private final String id;
    private final String english;

    Tone(String id, String english) {
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

    public static Optional<Tone> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}
