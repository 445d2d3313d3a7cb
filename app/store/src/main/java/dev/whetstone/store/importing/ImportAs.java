package dev.whetstone.store.importing;

import dev.whetstone.store.importing.row.RowFormat;
import java.util.Locale;

/// What to take from a file.
public enum ImportAs {
    /// What its format holds.
    BY_FORMAT,
    PROMPTS,
    /// Prompts and responses, to be judged here; verdicts in the file are left out.
    RESPONSES,
    JUDGEMENTS,
    /// Judgements that serve as the standard others are measured by; the annotator is called `gold`
    /// where nobody is named.
    GOLD;

    static final String IMPORTED = "imported";

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    ImportAs resolved(RowFormat format) {
        return this != BY_FORMAT
                ? this
                : switch (format) {
                    case PROMPTS -> PROMPTS;
                    case RESPONSES -> RESPONSES;
                    default -> JUDGEMENTS;
                };
    }

    String defaultAnnotator() {
        return this == GOLD ? "gold" : IMPORTED;
    }
}
