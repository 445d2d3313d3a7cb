package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.match.Finder;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Values of a text that its bases do not hold.
public final class Novelty {
    private Novelty() {}

    /// How many different normalised values of a kind are in the text and in none of the bases.
    /// A number in words counts as present, and so does a length of time in another unit.
    public static int count(TextFeatures text, EntityType type, List<TextFeatures> bases) {
        Spans found = Entities.find(text, type);
        if (found.isEmpty()) {
            return 0;
        }
        Set<String> novel = new HashSet<>(Entities.values(text, type));
        for (TextFeatures base : bases) {
            novel.removeAll(Entities.values(base, type));
            if (type == EntityType.NUMBER && !novel.isEmpty()) {
                novel.removeAll(NumberWords.valuesIn(base));
            }
            if (type == EntityType.ENTITY && !novel.isEmpty()) {
                String folded = base.folded();
                novel.removeIf(folded::contains);
            }
        }
        if (type == EntityType.NUMBER && !novel.isEmpty()) {
            removeKnownTimes(text, found, bases, novel);
        }
        return novel.size();
    }

    /// Whether [#count(TextFeatures, EntityType, List)] is more than 0. Of numbers the first new
    /// one that is surely no mark of a list settles it, without a look at the text's structure.
    public static boolean any(TextFeatures text, EntityType type, List<TextFeatures> bases) {
        if (type != EntityType.NUMBER) {
            return count(text, type, bases) > 0;
        }
        String chars = text.text();
        int at = Chars.digitFrom(chars, 0);
        if (at < 0) {
            return false;
        }
        NumberMarks marks = new NumberMarks(text);
        KnownNumbers[] known = KnownNumbers.of(bases);
        boolean doubtful = false;
        while (at >= 0) {
            int end = Numbers.end(chars, at);
            boolean mark = marks.mayBe(at);
            boolean sure = mark && marks.isSurely(at);
            if (!sure && !KnownNumbers.anyHolds(known, EntityValue.number(chars, at, end))) {
                if (!mark) {
                    return !KnownNumbers.anyTimes(known) || count(text, type, bases) > 0;
                }
                doubtful = true;
            }
            at = Chars.digitFrom(chars, end);
        }
        return doubtful && count(text, type, bases) > 0;
    }

    /// How many different matches of a finder, by their folded text, are in the text and in none of
    /// the bases. Of a match that ends in a number ("claim no. hc-4821") that number counts.
    public static int count(TextFeatures text, Finder finder, List<TextFeatures> bases) {
        Set<String> novel = matches(text, finder);
        for (TextFeatures base : bases) {
            if (!novel.isEmpty()) {
                novel.removeAll(matches(base, finder));
            }
        }
        return novel.size();
    }

    private static Set<String> matches(TextFeatures text, Finder finder) {
        Spans found = finder.find(text);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < found.count(); i++) {
            values.add(identifier(found.in(text.folded(), i)));
        }
        return values;
    }

    private static String identifier(String match) {
        String last = match.substring(1 + Math.max(match.lastIndexOf(' '), match.lastIndexOf(':')));
        return last.chars().anyMatch(Character::isDigit) ? last : match;
    }

    /// Drops the numbers of lengths of time that a base gives in another unit.
    private static void removeKnownTimes(
            TextFeatures text, Spans numbers, List<TextFeatures> bases, Set<String> novel) {
        Set<Double> known = new HashSet<>();
        bases.forEach(base -> known.addAll(Quantities.times(base)));
        if (known.isEmpty()) {
            return;
        }
        for (int i = 0; i < numbers.count(); i++) {
            int end = Math.min(text.text().length(), numbers.end(i) + 20);
            TextFeatures passage = new TextFeatures(text.text().substring(numbers.start(i), end));
            OptionalDouble seconds = Quantities.largest(passage, QuantityUnit.SECONDS);
            if (seconds.isPresent() && known.contains(seconds.getAsDouble())) {
                novel.remove(EntityValue.number(numbers.in(text.text(), i)));
            }
        }
    }
}
