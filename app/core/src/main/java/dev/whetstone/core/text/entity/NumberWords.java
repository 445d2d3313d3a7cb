package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.WordHashes;
import dev.whetstone.core.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// English number words from zero to ninety-nine, and hundred, thousand, million, dozen, couple.
public final class NumberWords {
    private static final List<String> TO_NINETEEN =
            List.of(
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Integer> VALUES = values();

    private static final List<String> WORDS = VALUES.keySet().stream().sorted().toList();
    private static final WordHashes HASHES = WordHashes.of(WORDS);

    private NumberWords() {}

    /// Whether a word of this hash may be a number word.
    static boolean mayBe(int hash) {
        return HASHES.contains(hash);
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < TO_NINETEEN.size(); i++) {
            values.put(TO_NINETEEN.get(i), i);
        }
        for (int i = 0; i < TENS.size(); i++) {
            values.put(TENS.get(i), 20 + 10 * i);
        }
        values.putAll(
                Map.of(
                        "hundred",
                        100,
                        "thousand",
                        1_000,
                        "million",
                        1_000_000,
                        "dozen",
                        12,
                        "couple",
                        2));
        return Map.copyOf(values);
    }

    /// The value of one lower-case word.
    public static OptionalDouble value(String word) {
        Integer value = VALUES.get(word);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The normalised values of the number words in a text.
    static Set<String> valuesIn(TextFeatures text) {
        Set<String> found = new HashSet<>();
        Words words = text.words();
        for (int i = 0; i < words.count(); i++) {
            int word = HASHES.indexOf(words.hash(i));
            if (word >= 0) {
                found.add(String.valueOf(VALUES.get(WORDS.get(word))));
            }
        }
        return found;
    }
}
