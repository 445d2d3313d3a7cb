package dev.whetstone.core.text.entity;

import dev.whetstone.core.text.EntityType;
import dev.whetstone.core.text.TextFeatures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The normalised numbers that a text gives in digits or in words. Others are measured against
/// them.
final class KnownNumbers {
    private final Set<String> values;
    private final boolean times;

    private KnownNumbers(TextFeatures text) {
        Set<String> found = new HashSet<>(Entities.values(text, EntityType.NUMBER));
        found.addAll(NumberWords.valuesIn(text));
        this.values = found;
        this.times = !Quantities.times(text).isEmpty();
    }

    static KnownNumbers of(TextFeatures text) {
        return text.memo("known numbers", KnownNumbers::new);
    }

    static KnownNumbers[] of(List<TextFeatures> texts) {
        KnownNumbers[] known = new KnownNumbers[texts.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = of(texts.get(i));
        }
        return known;
    }

    static boolean anyHolds(KnownNumbers[] texts, String value) {
        for (KnownNumbers text : texts) {
            if (text.values.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of the texts gives a length of time.
    static boolean anyTimes(KnownNumbers[] texts) {
        for (KnownNumbers text : texts) {
            if (text.times) {
                return true;
            }
        }
        return false;
    }
}
