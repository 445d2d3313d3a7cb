package dev.whetstone.core.reward;

import java.util.ArrayList;
import java.util.List;

/// Which column of a response's vector is what: its length; the text features and the nearness to
/// the prompt; the sentence embedding. The three parts are fitted apart and then weighed.
///
/// @param features names of the text features
/// @param dimensions of the embedding
record Layout(List<String> features, int dimensions) {
    static final int PARTS = 3;

    Layout {
        features = List.copyOf(features);
    }

    int size() {
        return features.size() + 2 + dimensions;
    }

    int from(int part) {
        return part == 0 ? 0 : part == 1 ? 1 : features.size() + 2;
    }

    int to(int part) {
        return part == 0 ? 1 : part == 1 ? features.size() + 2 : size();
    }

    /// Names of the columns that mean something one by one: all but the embedding's.
    List<String> readable() {
        List<String> names = new ArrayList<>();
        names.add("length");
        names.addAll(features);
        names.add("nearness to the prompt");
        return names;
    }
}
