package dev.whetstone.core.text;

import java.util.List;
import java.util.Optional;

/// Parts of a text's Markdown structure that a rule may look for.
public enum StructureType implements Identified {
    BULLETS("bullets", "bullet points"),
    NUMBERED_ITEMS("numbered_items", "numbered items"),
    LIST_ITEMS("list_items", "list items"),
    HEADINGS("headings", "headings"),
    TABLES("tables", "tables"),
    CODE_BLOCKS("code_blocks", "code blocks"),
    QUOTES("quotes", "quotations");

    private final String id;
    private final String english;

    StructureType(String id, String english) {
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

    public static Optional<StructureType> of(String id) {
        return Identified.find(values(), id);
    }

    public static List<String> ids() {
        return Identified.ids(values());
    }
}
