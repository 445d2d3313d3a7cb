package dev.whetstone.core.text.lang;

import dev.whetstone.core.text.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Languages that their script gives away.
final class Scripts {
    private Scripts() {}

    /// The language when at least half of the letters belong to a script other than Latin.
    static Optional<Language> language(String text, int letters) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> c >= 0x370)
                .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        int kana =
                counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
                        + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (2 * (kana + han) >= letters && kana + han > 0) {
            return Optional.of(10 * kana >= han ? Language.JA : Language.ZH);
        }
        for (var count : counts.entrySet()) {
            if (2 * count.getValue() >= letters) {
                return switch (count.getKey()) {
                    case CYRILLIC ->
                            Optional.of(
                                    text.chars().anyMatch(c -> "іїєґІЇЄҐ".indexOf(c) >= 0)
                                            ? Language.UK
                                            : Language.RU);
                    case GREEK -> Optional.of(Language.EL);
                    case ARABIC -> Optional.of(Language.AR);
                    case HEBREW -> Optional.of(Language.HE);
                    case HANGUL -> Optional.of(Language.KO);
                    case DEVANAGARI -> Optional.of(Language.HI);
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }
}
