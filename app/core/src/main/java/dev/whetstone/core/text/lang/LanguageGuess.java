package dev.whetstone.core.text.lang;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.Resources;
import dev.whetstone.core.text.TextFeatures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
    private static final double UNSEEN = 0.3;
    private static final Map<Language, Map<Integer, Double>> PROFILES = profiles();

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
        List<Integer> trigrams = trigrams(text);
        Language best = Language.EN;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (var profile : PROFILES.entrySet()) {
            double unseen = profile.getValue().getOrDefault(0, 0.0);
            double score = 0;
            for (int trigram : trigrams) {
                score += profile.getValue().getOrDefault(trigram, unseen);
            }
            if (score > bestScore) {
                bestScore = score;
                best = profile.getKey();
            }
        }
        return Optional.of(best);
    }

    private static Map<Language, Map<Integer, Double>> profiles() {
        Map<Language, Map<Integer, Double>> profiles = new EnumMap<>(Language.class);
        for (String line : Resources.lines(LanguageGuess.class, "passages.txt")) {
            int colon = line.indexOf(':');
            Language language = Language.of(line.substring(0, colon)).orElseThrow();
            profiles.put(language, profile(trigrams(line.substring(colon + 1))));
        }
        return profiles;
    }

    /// Log-probabilities; that of an unseen trigram stands at 0, which no trigram has as its code.
    private static Map<Integer, Double> profile(List<Integer> trigrams) {
        Map<Integer, Double> counts = new HashMap<>();
        trigrams.forEach(trigram -> counts.merge(trigram, 1.0, Double::sum));
        // a common vocabulary size makes profiles from passages of unequal length comparable
        double total = trigrams.size() + UNSEEN * 20_000;
        Map<Integer, Double> logs = new HashMap<>();
        counts.forEach((trigram, count) -> logs.put(trigram, Math.log((count + UNSEEN) / total)));
        logs.put(0, Math.log(UNSEEN / total));
        return logs;
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
