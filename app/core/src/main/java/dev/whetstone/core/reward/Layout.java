package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which column of a response's vector is what: its length; its nearness to the prompt and the text
/// features; what the project's rules say of it, where there are rules; the sentence embedding. The
/// parts are fitted apart and then weighed, so that few rules are not lost among many features.
///
/// @param features names of the text features, then of the rules
/// @param dimensions of the embedding
record Layout(List<String> features, int dimensions) {
    private static final int LEADING = 2;

    Layout {
        features = List.copyOf(features);
    }

    int size() {
        return embedding() + dimensions;
    }

    int parts() {
        return rules() < embedding() ? 4 : 3;
    }

    int from(int part) {
        return switch (part) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> rules();
            default -> embedding();
        };
    }

    int to(int part) {
        return part == parts() - 1 ? size() : from(part + 1);
    }

    /// First column of the text features.
    int text() {
        return LEADING;
    }

    private int rules() {
        int first = 0;
        while (first < features.size()
                && !features.get(first).startsWith(ResponseFeatures.RULE_PREFIX)) {
            first++;
        }
        return LEADING + first;
    }

    /// First column of the embedding.
    int embedding() {
        return LEADING + features.size();
    }

    Layout keeping(Predicate<String> wanted) {
        return new Layout(features.stream().filter(wanted).toList(), dimensions);
    }

    /// The columns of a layout that keeps only these features.
    int[] columns(Predicate<String> wanted) {
        return IntStream.range(0, size())
                .filter(
                        c ->
                                c < LEADING
                                        || c >= embedding()
                                        || wanted.test(features.get(c - LEADING)))
                .toArray();
    }

    /// Names of the columns that mean something one by one: all but the embedding's.
    List<String> readable() {
        List<String> names = new ArrayList<>();
        names.add("length");
        names.add("nearness to the prompt");
        names.addAll(features);
        return names;
    }
}
