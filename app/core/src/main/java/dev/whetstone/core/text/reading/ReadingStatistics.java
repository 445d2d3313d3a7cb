package dev.whetstone.core.text.reading;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.TextFeatures;
import java.util.Locale;

/// Counts of a text as textstat 0.7.13 has them, and Flesch's formulas over them.
///
/// @param characters code points that are no white space
/// @param letters those of them that are letters, numbers or underscores
/// @param words what white space leaves apart once punctuation is deleted
/// @param sentences runs up to `.`, `!` or `?` with three words or more; 1 where none has them, 0
///     for an empty text
public record ReadingStatistics(
        int characters, int letters, int words, int sentences, int syllables) {
    private static final int SHORTEST_SENTENCE = 3;

    public static ReadingStatistics of(TextFeatures text) {
        return text.memo(ReadingStatistics.class, t -> measure(t.text(), SyllableCount.DICTIONARY));
    }

    public static ReadingStatistics measure(String text, SyllableCount counter) {
        int characters = 0;
        int letters = 0;
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            characters += code < 0x10000 && Chars.isSpace((char) code) ? 0 : 1;
            letters += ReadingWords.isWord(code) ? 1 : 0;
            at += Character.charCount(code);
        }
        int[] sums = new int[2];
        ReadingWords.each(
                text,
                word -> {
                    sums[0]++;
                    sums[1] += counter.of(word.toLowerCase(Locale.ROOT));
                });
        return new ReadingStatistics(characters, letters, sums[0], sentences(text), sums[1]);
    }

    /// Reading ease (Flesch 1948): 206.835 - 1.015 words per sentence - 84.6 syllables per word.
    /// Higher is easier; 0 for a text without words, as there.
    public double ease() {
        return isEmpty() ? 0 : 206.835 - 1.015 * sentenceLength() - 84.6 * wordLength();
    }

    /// Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per
    /// word - 15.59; 0 for a text without words, as there.
    public double grade() {
        return isEmpty() ? 0 : 0.39 * sentenceLength() + 11.8 * wordLength() - 15.59;
    }

    private boolean isEmpty() {
        return words == 0 || syllables == 0;
    }

    private double sentenceLength() {
        return (double) words / sentences;
    }

    private double wordLength() {
        return (double) syllables / words;
    }

    /// A sentence starts where a word starts or ends, and takes all closing marks after it.
    private static int sentences(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (isEnd(text.charAt(at)) || !isBoundary(text, at)) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && !isEnd(text.charAt(end))) {
                end++;
            }
            while (end < text.length() && isEnd(text.charAt(end))) {
                end++;
            }
            count += isSentence(text, at, end) ? 1 : 0;
            at = end;
        }
        return Math.max(1, count);
    }

    private static boolean isSentence(String text, int start, int end) {
        return ReadingWords.count(text, start, end, SHORTEST_SENTENCE) == SHORTEST_SENTENCE;
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static boolean isBoundary(String text, int at) {
        boolean before = at > 0 && ReadingWords.isWord(text.codePointBefore(at));
        return before != ReadingWords.isWord(text.codePointAt(at));
    }
}
