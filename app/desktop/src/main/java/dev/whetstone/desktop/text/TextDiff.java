package dev.whetstone.desktop.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What differs between two texts, by words.
///
/// @param left stretches of the left text that the right lacks
/// @param right stretches of the right text that the left lacks
public record TextDiff(List<Span> left, List<Span> right) {
    public static final String STYLE = "diff";
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}'’]+|[^\\s\\p{L}\\p{N}]");
    private static final int TOKEN_LIMIT = 4_000;

    private record Token(String text, int start, int end) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Token token && token.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /// Compares by words and punctuation; white space does not count. Texts of more than 4,000
    /// words are not compared.
    public static TextDiff between(String left, String right) {
        List<Token> a = tokens(left);
        List<Token> b = tokens(right);
        if (a.size() > TOKEN_LIMIT || b.size() > TOKEN_LIMIT) {
            return new TextDiff(List.of(), List.of());
        }
        List<Span> inLeft = new ArrayList<>();
        List<Span> inRight = new ArrayList<>();
        for (AbstractDelta<Token> delta : DiffUtils.diff(a, b).getDeltas()) {
            add(inLeft, delta.getSource());
            add(inRight, delta.getTarget());
        }
        return new TextDiff(List.copyOf(inLeft), List.copyOf(inRight));
    }

    private static void add(List<Span> spans, Chunk<Token> chunk) {
        List<Token> lines = chunk.getLines();
        if (!lines.isEmpty()) {
            spans.add(Span.of(lines.getFirst().start(), lines.getLast().end(), STYLE));
        }
    }

    private static List<Token> tokens(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(match -> new Token(match.group(), match.start(), match.end()))
                .toList();
    }
}
