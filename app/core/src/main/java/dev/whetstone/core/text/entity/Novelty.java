package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.QuantityUnit;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
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
                novel.removeAll(base.memo("number words", NumberWords::valuesIn));
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
            TextFeatures passage =
                    new TextFeatures(text.text().substring(numbers.start(i), end));
            OptionalDouble seconds = Quantities.largest(passage, QuantityUnit.SECONDS);
            if (seconds.isPresent() && known.contains(seconds.getAsDouble())) {
                novel.remove(EntityValue.number(numbers.in(text.text(), i)));
            }
        }
    }
}
