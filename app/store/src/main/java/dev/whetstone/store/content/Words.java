package dev.whetstone.store.content;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What a person types into a search box, as an FTS5 query: every word must occur, the last one may
/// be unfinished. No FTS5 operator can be reached from the text.
final class Words {
    private Words() {}

    static String query(String typed) {
        String words =
                Arrays.stream(typed.strip().split("[^\\p{L}\\p{M}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> "\"" + word + "\"")
                        .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : words + "*";
    }
}
