package dev.whetstone.core.text.regex;

/// What an expression may ask of the place between two characters.
enum Assertion {
    TEXT_START,
    TEXT_END,
    LINE_START,
    LINE_END,
    WORD_EDGE,
    NO_WORD_EDGE;

    /// Whether it holds between two neighbours.
    boolean holds(Neighbour before, Neighbour after) {
        return switch (this) {
            case TEXT_START -> before == Neighbour.NONE;
            case TEXT_END -> after == Neighbour.NONE;
            case LINE_START -> before == Neighbour.NONE || before == Neighbour.NEWLINE;
            case LINE_END -> after == Neighbour.NONE || after == Neighbour.NEWLINE;
            case WORD_EDGE -> (before == Neighbour.WORD) != (after == Neighbour.WORD);
            case NO_WORD_EDGE -> (before == Neighbour.WORD) == (after == Neighbour.WORD);
        };
    }

    /// The same for a text that is read backwards.
    Assertion mirrored() {
        return switch (this) {
            case TEXT_START -> TEXT_END;
            case TEXT_END -> TEXT_START;
            case LINE_START -> LINE_END;
            case LINE_END -> LINE_START;
            case WORD_EDGE, NO_WORD_EDGE -> this;
        };
    }
}
