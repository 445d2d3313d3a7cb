package dev.whetstone.core.text.match;

import dev.whetstone.core.text.Chars;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;

/// Finds the places of something in a text. Immutable; threads may share it.
public interface Finder {
    Spans find(TextFeatures text);

    default boolean occursIn(TextFeatures text) {
        return !find(text).isEmpty();
    }

    default int count(TextFeatures text) {
        return find(text).count();
    }

    /// Whether the first place has no letter or digit before it.
    default boolean opens(TextFeatures text) {
        Spans found = find(text);
        return !found.isEmpty() && Chars.letterOrDigitFrom(text.text()) >= found.start(0);
    }
}
