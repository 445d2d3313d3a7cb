package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds words as a rule quotes them. Words match whole words (a closing possessive aside), blanks
/// match any white space or a hyphen, `*` matches 0 to 3 words, and a trailing `~` lets the last
/// word be inflected. Other signs must stand exactly as written. A literal without upper-case
/// letters ignores case.
public final class LiteralFinder implements Finder {
    private static final int WORDS_PER_STAR = 3;

    /// What stands between two words: blanks, given signs, or some words.
    private record Gap(String signs, int mostWords) {
        boolean isBlank() {
            return signs.isEmpty() && mostWords == 0;
        }
    }

    private final List<WordPattern> words;
    private final List<Gap> gaps;
    private final String before;
    private final String after;
    private final String plain;

    private LiteralFinder(
            List<WordPattern> words, List<Gap> gaps, String before, String after, String plain) {
        this.words = words;
        this.gaps = gaps;
        this.before = before;
        this.after = after;
        this.plain = plain;
    }

    /// Finds the words exactly in this form.
    public static LiteralFinder of(String literal) {
        return parse(literal, Inflection.NONE);
    }

    /// Finds the words in any regular inflection.
    public static LiteralFinder inflected(String literal) {
        return parse(literal, Inflection.REGULAR);
    }

    private static LiteralFinder parse(String literal, Inflection inflection) {
        String text = literal.strip();
        boolean stem = text.endsWith("~") && text.length() > 1;
        text = stem ? text.substring(0, text.length() - 1) : text;
        boolean exact = text.chars().anyMatch(Character::isUpperCase);
        Words found = Words.of(text);
        if (found.count() == 0) {
            return new LiteralFinder(List.of(), List.of(), "", "", Chars.fold(text));
        }
        List<WordPattern> words = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            String word = text.substring(found.start(i), found.end(i));
            boolean last = i == found.count() - 1;
            Inflection own = stem && last ? Inflection.STEM : exact ? Inflection.NONE : inflection;
            words.add(
                    new WordPattern(
                            exact ? word.replace('’', '\'') : Chars.fold(word),
                            exact,
                            own,
                            found.hash(i)));
            if (!last) {
                gaps.add(gap(text.substring(found.end(i), found.start(i + 1))));
            }
        }
        String before = text.substring(0, found.start(0)).replace("*", "").strip();
        String after = text.substring(found.end(found.count() - 1)).replace("*", "").strip();
        return new LiteralFinder(words, gaps, Chars.fold(before), Chars.fold(after), "");
    }

    private static Gap gap(String between) {
        int stars = (int) between.chars().filter(c -> c == '*').count();
        String signs = stars > 0 ? "" : Chars.fold(between.strip());
        return new Gap(signs, stars * WORDS_PER_STAR);
    }

    @Override
    public Spans find(TextFeatures text) {
        if (!mayOccur(text)) {
            return Spans.NONE;
        }
        Spans.Builder found = new Spans.Builder();
        if (words.isEmpty()) {
            for (int at = text.folded().indexOf(plain); at >= 0; ) {
                found.add(at, at + plain.length());
                at = text.folded().indexOf(plain, at + plain.length());
            }
            return found.build();
        }
        Words in = text.words();
        for (int i = first(in, 0); i >= 0; i = first(in, i + 1)) {
            int end = endOfMatch(text.text(), in, i);
            if (end >= 0) {
                found.add(in.start(i) - before.length(), end);
            }
        }
        return found.build();
    }

    @Override
    public boolean occursIn(TextFeatures text) {
        if (!mayOccur(text)) {
            return false;
        }
        if (words.isEmpty()) {
            return text.folded().contains(plain);
        }
        Words in = text.words();
        for (int i = first(in, 0); i >= 0; i = first(in, i + 1)) {
            if (endOfMatch(text.text(), in, i) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Looks at the first word before it looks for anything in the whole text.
    @Override
    public boolean opens(TextFeatures text) {
        int at = Chars.letterOrDigitFrom(text.text());
        boolean first =
                words.isEmpty()
                        || isMark(text.text(), at)
                        || words.getFirst().mayStart(text.text(), at);
        return first && Finder.super.opens(text);
    }

    /// Whether a mark that words may hold stands before the first letter.
    private static boolean isMark(String text, int end) {
        return IntStream.range(0, end).anyMatch(at -> Chars.inWord(text.charAt(at)));
    }

    private boolean mayOccur(TextFeatures text) {
        for (WordPattern word : words) {
            if (word.inflection() == Inflection.NONE && !text.words().mayHold(word.hash())) {
                return false;
            }
        }
        return true;
    }

    private int first(Words in, int from) {
        WordPattern first = words.getFirst();
        if (first.inflection() == Inflection.NONE) {
            return in.indexOf(first.hash(), from);
        }
        return from < in.count() ? from : -1;
    }

    /// One past the last character of a match that starts at a word, or -1.
    private int endOfMatch(String text, Words in, int start) {
        if (!words.getFirst().matches(text, in, start) || !standsBefore(text, in.start(start))) {
            return -1;
        }
        int last = rest(text, in, start, 1);
        if (last < 0) {
            return -1;
        }
        int end = in.end(last);
        for (int i = 0; i < after.length(); i++) {
            if (end + i >= text.length() || Chars.fold(text.charAt(end + i)) != after.charAt(i)) {
                return -1;
            }
        }
        return end + after.length();
    }

    /// The index of the last matched word when the words from `part` on match after `at`, or -1.
    private int rest(String text, Words in, int at, int part) {
        if (part == words.size()) {
            return at;
        }
        Gap gap = gaps.get(part - 1);
        for (int skipped = 0; skipped <= gap.mostWords(); skipped++) {
            int next = at + 1 + skipped;
            if (next >= in.count()) {
                return -1;
            }
            boolean fits = gap.mostWords() > 0 || gapFits(text, in.end(at), in.start(next), gap);
            if (fits && words.get(part).matches(text, in, next)) {
                int last = rest(text, in, next, part + 1);
                if (last >= 0) {
                    return last;
                }
            }
        }
        return -1;
    }

    private static boolean gapFits(String text, int from, int to, Gap gap) {
        if (gap.isBlank()) {
            return isBlankGap(text, from, to);
        }
        int sign = 0;
        for (int i = from; i < to; i++) {
            char c = Chars.fold(text.charAt(i));
            if (sign < gap.signs().length() && c == gap.signs().charAt(sign)) {
                sign++;
            } else if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return sign == gap.signs().length();
    }

    /// White space, a single hyphen, or white space with marks of emphasis.
    private static boolean isBlankGap(String text, int from, int to) {
        if (to - from == 1) {
            char c = text.charAt(from);
            return c == ' ' || c == '-' || Character.isWhitespace(c);
        }
        boolean blank = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            blank |= Character.isWhitespace(c);
            if (!Character.isWhitespace(c) && c != '*' && c != '_') {
                return false;
            }
        }
        return blank;
    }

    private boolean standsBefore(String text, int start) {
        int from = start - before.length();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < before.length(); i++) {
            if (Chars.fold(text.charAt(from + i)) != before.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
