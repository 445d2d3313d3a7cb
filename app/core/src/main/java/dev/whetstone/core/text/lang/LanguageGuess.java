package dev.whetstone.core.text.lang;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recognises the language of a text: by its script where that settles it, otherwise by the mean
/// log-likelihood of its character trigrams under profiles of our own (Cavnar and Trenkle 1994 had
/// the idea of such profiles; ours are smoothed frequencies, learned from short passages that come
/// with the program).
public final class LanguageGuess {
    /// Fewer letters than this are not guessed at.
    public static final int FEWEST_LETTERS = 20;

    private static final int MOST_CHARS = 4_000;
    private static final TrigramProfiles PROFILES = profiles();

    private LanguageGuess() {}

    /// The language; empty for fewer than 20 letters.
    public static Optional<Language> of(TextFeatures text) {
        return text.memo("language", t -> guess(prose(t), FEWEST_LETTERS));
    }

    /// The likeliest language however short the text is; empty only without any letter.
    public static Optional<Language> likeliest(TextFeatures text) {
        return text.memo("likeliest language", t -> guess(t.text(), 1));
    }

    /// The running text without code blocks and web addresses' worth of noise.
    private static String prose(TextFeatures text) {
        StringBuilder prose = new StringBuilder();
        String all = text.text();
        for (int i = 0; i < all.length() && prose.length() < MOST_CHARS; i++) {
            if (text.structure().isProse(i)) {
                prose.append(all.charAt(i));
            }
        }
        return prose.toString();
    }

    private static Optional<Language> guess(String all, int fewest) {
        String text = all.length() > MOST_CHARS ? all.substring(0, MOST_CHARS) : all;
        int letters = (int) text.chars().filter(Character::isLetter).count();
        Optional<Language> byScript = Scripts.language(text, letters);
        if (byScript.isPresent() && letters >= fewest / 2) {
            return byScript;
        }
        if (letters < fewest) {
            return Optional.empty();
        }
        return Optional.of(PROFILES.likeliest(trigrams(text)));
    }

    private static TrigramProfiles profiles() {
        Map<Language, List<Integer>> passages = new EnumMap<>(Language.class);
        for (String line : Resources.lines(LanguageGuess.class, "passages.txt")) {
            int colon = line.indexOf(':');
            Language language = Language.of(line.substring(0, colon)).orElseThrow();
            passages.put(language, trigrams(line.substring(colon + 1)));
        }
        return new TrigramProfiles(passages);
    }

    /// The trigrams of letters and single blanks.
    private static List<Integer> trigrams(String text) {
        List<Integer> found = new ArrayList<>();
        int code = ' ';
        int length = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            char folded = Character.isLetter(c) ? Chars.fold(c) : ' ';
            if (folded == ' ' && (code & 0x3ff) == ' ') {
                continue;
            }
            code = ((code << 10) | (folded & 0x3ff)) & 0x3fffffff;
            if (++length >= 3) {
                found.add(code);
            }
        }
        return found;
    }
}
