package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final Map<Integer, Integer> BY_HASH =
            VALUES.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    entry -> Words.hashOf(entry.getKey()), Map.Entry::getValue));

    private static final int[] HASHES =
            BY_HASH.keySet().stream().mapToInt(Integer::intValue).toArray();

    private NumberWords() {}

    /// Whether a word of this hash may be a number word.
    static boolean mayBe(int hash) {
        return BY_HASH.containsKey(hash);
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
        for (int hash : HASHES) {
            if (words.mayHold(hash) && words.indexOf(hash, 0) >= 0) {
                found.add(String.valueOf(BY_HASH.get(hash)));
            }
        }
        return found;
    }
}
