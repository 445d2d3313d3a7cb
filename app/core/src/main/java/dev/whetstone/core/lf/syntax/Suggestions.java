package dev.whetstone.core.lf.syntax;

import dev.whetstone.core.lf.Function;
import dev.whetstone.core.text.EditDistance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Names near to a misspelt one.
final class Suggestions {
    private static final int MOST = 3;
    private static final int FARTHEST = 3;

    private Suggestions() {}

    static List<String> functionsLike(String name) {
        return Arrays.stream(Function.values())
                .map(Function::id)
                .distinct()
                .filter(id -> EditDistance.of(id, name) <= FARTHEST || id.startsWith(name))
                .sorted(Comparator.comparingInt(id -> EditDistance.of(id, name)))
                .limit(MOST)
                .toList();
    }
}
