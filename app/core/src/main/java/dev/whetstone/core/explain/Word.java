package dev.whetstone.core.explain;

import java.util.ArrayList;
import java.util.List;

/// One token of an explanation.
///
/// @param text as the chart sees it: lower case but for quotations and literals, contractions
/// undone
/// @param original as it was typed
/// @param bases the forms under which the lexicon may know it, the word itself first
/// @param start first UTF-16 index in the explanation, inclusive
/// @param end last UTF-16 index, exclusive
/// @param value the number it stands for; NaN when it is none
/// @param guess the word of the lexicon that it seems to be a misspelling of; empty when none
record Word(
        String text,
        String original,
        Kind kind,
        List<String> bases,
        int start,
        int end,
        double value,
        String guess) {
    enum Kind {
        WORD,
        NUMBER,
        /// Between quotation marks: taken literally.
        QUOTATION,
        /// An unquoted stretch that can only be meant literally, e.g. `$25`.
        LITERAL,
        /// A comma, colon, dash, semicolon or full stop.
        BREAK
    }

    Word guessedAs(String known) {
        List<String> forms = new ArrayList<>(bases);
        forms.addAll(Inflection.bases(known));
        return new Word(text, original, kind, forms, start, end, value, known);
    }

    /// The same word with one more form under which the lexicon may know it.
    Word alsoAs(String base) {
        List<String> forms = new ArrayList<>(bases);
        forms.add(base);
        return new Word(text, original, kind, forms, start, end, value, guess);
    }

    boolean is(String form) {
        return kind == Kind.WORD && (text.equals(form) || bases.contains(form));
    }
}
