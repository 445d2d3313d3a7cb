package dev.whetstone.engine.jinja;

/// A token of a template.
record Token(Kind kind, String text, int line) {
    enum Kind {
        /// Text between tags.
        DATA,
        BLOCK_BEGIN,
        BLOCK_END,
        VARIABLE_BEGIN,
        VARIABLE_END,
        NAME,
        STRING,
        WHOLE,
        REAL,
        OPERATOR,
        END
    }

    boolean is(Kind wanted, String wantedText) {
        return kind == wanted && text.equals(wantedText);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
