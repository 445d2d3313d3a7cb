package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// Kinds of values that can be found in a text by form alone.
public enum EntityType implements Identified {
    NUMBER("number", "numbers"),
    MONEY("money", "amounts of money"),
    PERCENT("percent", "percentages"),
    DATE("date", "dates"),
    PHONE("phone", "phone numbers"),
    EMAIL("email", "email addresses"),
    IBAN("iban", "IBANs"),
    DOSAGE("dosage", "doses"),
    STATUTE("statute", "statutes"),
    CASE_CITATION("case_citation", "case citations"),
    URL("url", "web addresses"),
    ENTITY("entity", "names");

    private final String id;
    private final String english;

    EntityType(String id, String english) {
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

    public static Optional<EntityType> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}
