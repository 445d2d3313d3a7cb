package dev.whetstone.core.text.tone;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;

/// How hard a text is to read.
public final class Readability {
    private Readability() {}

    /// Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per
    /// word - 15.59; 0 for a text without words. Syllables are counted as groups of vowels.
    public static double grade(TextFeatures text) {
        Words words = text.words();
        if (words.count() == 0) {
            return 0;
        }
        int syllables = 0;
        for (int i = 0; i < words.count(); i++) {
            syllables += syllables(text.text(), words.start(i), words.end(i));
        }
        double sentences = Math.max(1, text.sentences().count());
        return 0.39 * words.count() / sentences + 11.8 * syllables / words.count() - 15.59;
    }

    /// Flesch reading ease (Flesch 1948), 206.835 - 1.015 words per sentence - 84.6 syllables per
    /// word, counted as textstat counts: words end at white space, so that a line of code is one
    /// long
    /// word; sentences end at `.`, `!` or `?` and need three words, unless none has them. Higher is
    /// easier; 0 for a text without words, as there. Syllables are groups of vowels here.
    public static double ease(TextFeatures text) {
        String chars = text.text();
        int words = 0;
        int syllables = 0;
        int sentences = 0;
        int inSentence = 0;
        int start = -1;
        int end = -1;
        for (int i = 0; i <= chars.length(); i++) {
            char c = i < chars.length() ? chars.charAt(i) : ' ';
            boolean ends = c == '.' || c == '!' || c == '?';
            if (Character.isLetterOrDigit(c)) {
                start = start < 0 ? i : start;
                end = i + 1;
            } else if (Character.isWhitespace(c) && start >= 0) {
                words++;
                inSentence++;
                syllables += syllables(chars, start, end);
                start = -1;
            }
            if (ends || i == chars.length()) {
                int all = inSentence + (start >= 0 ? 1 : 0);
                sentences += all > 2 ? 1 : 0;
                inSentence = start >= 0 ? -1 : 0;
            }
        }
        return words == 0
                ? 0
                : 206.835 - 1.015 * words / Math.max(1, sentences) - 84.6 * syllables / words;
    }

    /// Groups of vowels, without a silent closing e; at least 1.
    static int syllables(String text, int start, int end) {
        int groups = 0;
        boolean inGroup = false;
        for (int i = start; i < end; i++) {
            boolean vowel =
                    "aeiouyàâäáãåèéêëìíîïòóôöõùúûüœæø".indexOf(Chars.fold(text.charAt(i))) >= 0;
            groups += vowel && !inGroup ? 1 : 0;
            inGroup = vowel;
        }
        boolean closingE = end - start > 2 && Chars.fold(text.charAt(end - 1)) == 'e';
        boolean afterLConsonant =
                closingE
                        && Chars.fold(text.charAt(end - 2)) == 'l'
                        && "aeiouy".indexOf(Chars.fold(text.charAt(end - 3))) < 0;
        boolean silent =
                closingE
                        && !afterLConsonant
                        && "aeiouy".indexOf(Chars.fold(text.charAt(end - 2))) < 0;
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
