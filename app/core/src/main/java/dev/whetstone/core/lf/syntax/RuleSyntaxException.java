package dev.whetstone.core.lf.syntax;

import java.util.List;

/// A rule's text that cannot be read. Positions count characters from 0.
public final class RuleSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;
    private final transient List<String> expected;

    public RuleSyntaxException(int start, int end, String message, List<String> expected) {
        super(message);
        this.start = start;
        this.end = end;
        this.expected = List.copyOf(expected);
    }

    /// First character of the fault.
    public int start() {
        return start;
    }

    /// One past the last character of the fault; equals [#start] at the end of the text.
    public int end() {
        return end;
    }

    /// What could stand there instead: words of the language or descriptions; may be empty.
    public List<String> expected() {
        return expected;
    }
}
