package dev.whetstone.core.text.diversity;

import dev.whetstone.core.text.reading.Pronunciations;
import java.util.List;

/// Removes the regular endings -s, -ed and -ing.
final class Stems {
    private static final String VOWELS = "aeiou";
    private static final List<String> BEFORE_E =
            List.of(
                    "c", "u", "v", "z", "at", "dg", "rg", "ang", "eng", "ois", "pos", "vis", "eas",
                    "aus", "uis", "ens");
    private static final List<String> BEFORE_S = List.of("ses", "ces", "ges", "zes", "ies");
    private static final List<String> BEFORE_ES = List.of("ss", "x", "zz", "ch", "sh", "o");
    private static final List<String> NO_PLURAL = List.of("ss", "us", "is");

    private final Pronunciations known;

    Stems(Pronunciations known) {
        this.known = known;
    }

    /// The word itself where no ending can be told.
    String of(String word) {
        String stem = "";
        if (word.endsWith("s")) {
            stem = singular(word);
        } else if (word.endsWith("ied")) {
            stem = ifKnown(without(word, 3) + "y");
        }
        if (stem.isEmpty() && word.endsWith("ed") && !word.endsWith("eed")) {
            stem = verb(without(word, 2));
        } else if (word.endsWith("ing")) {
            stem = verb(without(word, 3));
        }
        return stem.isEmpty() ? word : stem;
    }

    private String singular(String word) {
        boolean glued = word.endsWith("ys") && !isVowel(word, word.length() - 3);
        if (glued || ends(word, NO_PLURAL) || !known.knows(word) && !ends(word, BEFORE_S)) {
            // a possessive that lost its apostrophe, or no plural
            return "";
        }
        if (word.endsWith("ies") && word.length() > 4 && known.knows(without(word, 3) + "y")) {
            return without(word, 3) + "y";
        }
        String shorter = without(word, 2);
        if (word.endsWith("es") && ends(shorter, BEFORE_ES) && known.knows(shorter)) {
            return shorter;
        }
        String stem = ifKnown(without(word, 1));
        return stem.isEmpty() && word.endsWith("es") ? ifKnown(shorter) : stem;
    }

    /// What the rest of a form in -ed or -ing is a form of.
    private String verb(String stem) {
        if (stem.length() < 3) {
            return stem.length() == 2 ? ifKnown(stem + "e") : "";
        }
        if (stem.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0)) {
            return "";
        }
        String shorter = without(stem, 1);
        if (endsDoubled(stem)) {
            boolean stays = stem.length() == 3 || "lszf".indexOf(last(stem)) >= 0;
            if (stays && known.knows(stem)) {
                return stem;
            }
            if (known.knows(shorter)) {
                return shorter;
            }
        }
        boolean may = "wx".indexOf(last(stem)) < 0 && known.knows(stem + "e");
        if (may && (!known.knows(stem) || isShort(stem) || ends(stem, BEFORE_E))) {
            return stem + "e";
        }
        return ifKnown(stem);
    }

    /// Whether it is one syllable of a single vowel and a single consonant, which would be doubled.
    private static boolean isShort(String stem) {
        int end = stem.length() - 1;
        boolean single =
                !isVowel(stem, end)
                        && "wxy".indexOf(last(stem)) < 0
                        && isVowel(stem, end - 1)
                        && !isVowel(stem, end - 2);
        return single && stem.chars().limit(end - 1L).noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    static boolean endsDoubled(String stem) {
        int end = stem.length() - 1;
        return end > 0 && stem.charAt(end) == stem.charAt(end - 1) && !isVowel(stem, end);
    }

    private String ifKnown(String word) {
        return known.knows(word) ? word : "";
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static boolean ends(String word, List<String> endings) {
        return endings.stream().anyMatch(word::endsWith);
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }

    private static boolean isVowel(String word, int index) {
        return VOWELS.indexOf(word.charAt(index)) >= 0;
    }
}
