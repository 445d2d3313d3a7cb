package dev.whetstone.core.text.reading;

/// How the syllables of a word are counted.
public enum SyllableCount {
    /// By the CMU pronouncing dictionary; a word that it does not hold by hyphenation.
    DICTIONARY {
        @Override
        int of(String word) {
            int known = Pronunciations.english().syllables(word);
            return known == Pronunciations.UNKNOWN ? HYPHENATION.of(word) : known;
        }
    },
    /// One more than the places where the word may be hyphenated.
    HYPHENATION {
        @Override
        int of(String word) {
            return Hyphenation.american().count(word) + 1;
        }
    };

    /// @param word in lower case
    abstract int of(String word);
}
