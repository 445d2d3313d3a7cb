package dev.whetstone.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A constant with the word that stands for it in the language of rules.
public interface Identified {
    String id();

    /// The one of these with this word.
    static <T extends Identified> Optional<T> find(T[] constants, String id) {
        return Arrays.stream(constants).filter(each -> each.id().equals(id)).findFirst();
    }

    /// Their words, in the same order.
    static List<String> ids(Identified[] constants) {
        return Arrays.stream(constants).map(Identified::id).toList();
    }
}
