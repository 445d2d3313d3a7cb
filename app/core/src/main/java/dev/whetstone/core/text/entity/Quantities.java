package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.WordHashes;
import dev.whetstone.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Quantities with units: `30 days`, `a month`, `two to three weeks`, `$1,000`, `5mg`.
public final class Quantities {
    /// A value in the base unit of its dimension.
    private record Quantity(QuantityUnit.Dimension dimension, double value) {}

    private static final Map<String, QuantityUnit> UNITS = UnitNames.table();

    private static final WordHashes TIMES =
            WordHashes.of(
                    UNITS.entrySet().stream()
                            .filter(e -> e.getValue().dimension() == QuantityUnit.Dimension.TIME)
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList());

    private static final WordHashes ARTICLES = WordHashes.of(List.of("a", "an"));

    private Quantities() {}

    /// The largest quantity in a text that converts to the unit, in that unit; empty when none.
    public static OptionalDouble largest(TextFeatures text, QuantityUnit unit) {
        return all(text).stream()
                .filter(quantity -> quantity.dimension() == unit.dimension())
                .mapToDouble(quantity -> quantity.value() / unit.factor())
                .max();
    }

    /// The lengths of time in a text, in seconds.
    static Set<Double> times(TextFeatures text) {
        if (!mayHoldTimes(text)) {
            return Set.of();
        }
        Set<Double> times = new TreeSet<>();
        for (Quantity quantity : all(text)) {
            if (quantity.dimension() == QuantityUnit.Dimension.TIME) {
                times.add(quantity.value());
            }
        }
        return times;
    }

    /// Whether the text holds a unit of time, by itself or with a number in one word; never wrongly
    /// false.
    private static boolean mayHoldTimes(TextFeatures text) {
        String chars = text.text();
        Words words = text.words();
        for (int i = 0; i < words.count(); i++) {
            if (TIMES.contains(words.hash(i))
                    || Chars.isDigit(chars.charAt(words.start(i)))
                            && !Chars.isDigit(chars.charAt(words.end(i) - 1))) {
                return true;
            }
        }
        return false;
    }

    private static List<Quantity> all(TextFeatures text) {
        return text.memo("quantities", Quantities::search);
    }

    private static List<Quantity> search(TextFeatures text) {
        List<Quantity> found = new ArrayList<>();
        String chars = text.text();
        Words words = text.words();
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            if (Chars.isDigit(chars.charAt(start))) {
                digits(chars, words, i, found);
            } else if (ARTICLES.contains(words.hash(i)) || NumberWords.mayBe(words.hash(i))) {
                String word = wordAt(chars, words, i);
                OptionalDouble value =
                        word.equals("a") || word.equals("an")
                                ? OptionalDouble.of(1)
                                : NumberWords.value(word);
                if (value.isPresent() && i + 1 < words.count() && joined(chars, words, i)) {
                    add(found, value.getAsDouble(), wordAt(chars, words, i + 1));
                }
            }
        }
        return found;
    }

    private static void digits(String chars, Words words, int index, List<Quantity> found) {
        int start = words.start(index);
        int end = Numbers.end(chars, start);
        if (start > 0
                && (chars.charAt(start - 1) == ',' || chars.charAt(start - 1) == '.')
                && start > 1
                && Chars.isDigit(chars.charAt(start - 2))) {
            return;
        }
        if (end == start) {
            return;
        }
        double value = Double.parseDouble(limited(chars.substring(start, end)).replace(",", ""));
        char before = start > 0 ? chars.charAt(start - 1) : ' ';
        if (before == '$' || before == '€' || before == '£') {
            add(found, value, String.valueOf(before));
            return;
        }
        if (end < chars.length() && chars.charAt(end) == '%') {
            add(found, value, "%");
            return;
        }
        if (end < words.end(index)) {
            add(found, value, chars.substring(end, words.end(index)));
            return;
        }
        int next = words.at(end);
        if (next < words.count() && words.start(next) - end <= 1) {
            String unit = wordAt(chars, words, next);
            if ((unit.equals("business") || unit.equals("working") || unit.equals("calendar"))
                    && next + 1 < words.count()) {
                unit = wordAt(chars, words, next + 1);
            }
            add(found, value, unit);
        } else if (end < chars.length()
                && "€£".indexOf(chars.charAt(Math.min(end + 1, chars.length() - 1))) >= 0) {
            add(found, value, String.valueOf(chars.charAt(end + 1)));
        }
    }

    private static String limited(String number) {
        return number.length() > 24 ? number.substring(0, 24) : number;
    }

    private static boolean joined(String chars, Words words, int index) {
        return words.start(index + 1) - words.end(index) == 1
                && " -".indexOf(chars.charAt(words.end(index))) >= 0;
    }

    private static String wordAt(String chars, Words words, int index) {
        return chars.substring(words.start(index), words.end(index)).toLowerCase(Locale.ROOT);
    }

    private static void add(List<Quantity> found, double value, String unitName) {
        QuantityUnit unit = UNITS.get(unitName.toLowerCase(Locale.ROOT));
        if (unit != null) {
            found.add(new Quantity(unit.dimension(), value * unit.factor()));
        }
    }
}
