package dev.whetstone.core.text.ifeval;

import dev.whetstone.core.text.Language;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.lang.LanguageGuess;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The language of a text among those that IFEval asks for, some of which rules do not know by
/// name: by script, by letters that only one language of a script uses, and otherwise as
/// [LanguageGuess] finds it.
final class PublishedLanguage {
    private static final Map<UnicodeScript, String> BY_SCRIPT =
            Map.of(
                    UnicodeScript.BENGALI, "bn",
                    UnicodeScript.THAI, "th",
                    UnicodeScript.TAMIL, "ta",
                    UnicodeScript.TELUGU, "te",
                    UnicodeScript.KANNADA, "kn",
                    UnicodeScript.GUJARATI, "gu",
                    UnicodeScript.GURMUKHI, "pa",
                    UnicodeScript.MALAYALAM, "ml");
    private static final String URDU = "ٹڈڑںےھہ";
    private static final String PERSIAN = "پچژگکی";
    private static final String VIETNAMESE = "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
    private static final Set<String> MARATHI =
            Set.of("आहे", "आणि", "आहेत", "नाही", "तुम्ही", "आम्ही");
    private static final Set<String> NEPALI =
            Set.of("छ", "छन्", "हुन्छ", "गर्न", "तपाईं", "हाम्रो", "र");
    private static final Set<String> SWAHILI =
            Set.of("ya", "na", "kwa", "wa", "ni", "katika", "hii", "za", "la", "cha", "kuwa", "au");
    private static final Set<String> BULGARIAN = Set.of("се", "са", "или", "към", "със", "във");
    private static final double OFTEN = .15;

    private PublishedLanguage() {}

    /// Two letters; empty for a text without letters.
    static String of(TextFeatures text) {
        String all = text.text().length() > 4_000 ? text.text().substring(0, 4_000) : text.text();
        String lower = all.toLowerCase(Locale.ROOT);
        Map<UnicodeScript, Long> scripts =
                lower.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        if (scripts.isEmpty()) {
            return "";
        }
        UnicodeScript main =
                scripts.entrySet().stream()
                        .max(
                                Map.Entry.<UnicodeScript, Long>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
        String[] words = lower.split("[^\\p{L}\\p{M}]+");
        return switch (main) {
            case ARABIC -> holds(lower, URDU, 1) ? "ur" : holds(lower, PERSIAN, 1) ? "fa" : "ar";
            case DEVANAGARI ->
                    share(words, MARATHI) > 0 ? "mr" : share(words, NEPALI) > 0 ? "ne" : "hi";
            case CYRILLIC -> cyrillic(lower, words);
            case LATIN ->
                    holds(lower, VIETNAMESE, 2)
                            ? "vi"
                            : share(words, SWAHILI) > OFTEN ? "sw" : guessed(text);
            default -> BY_SCRIPT.getOrDefault(main, guessed(text));
        };
    }

    private static String cyrillic(String lower, String[] words) {
        if (holds(lower, "іїєґ", 1)) {
            return "uk";
        }
        boolean bulgarian = lower.indexOf('ъ') >= 0 || share(words, BULGARIAN) > 0;
        return bulgarian && !holds(lower, "ыэё", 1) ? "bg" : "ru";
    }

    private static String guessed(TextFeatures text) {
        return LanguageGuess.likeliest(text).map(Language::id).orElse("");
    }

    private static boolean holds(String text, String letters, int least) {
        return text.chars().filter(c -> letters.indexOf(c) >= 0).limit(least).count() == least;
    }

    private static double share(String[] words, Set<String> of) {
        return (double) Arrays.stream(words).filter(of::contains).count()
                / Math.max(1, words.length);
    }
}
