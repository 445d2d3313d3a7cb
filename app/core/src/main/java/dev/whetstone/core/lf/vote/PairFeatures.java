package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.TextFeatures;

/// The texts of a pair with what is known of them. An empty source counts as none.
public record PairFeatures(
        TextFeatures prompt, TextFeatures first, TextFeatures second, TextFeatures source) {
    public static PairFeatures of(PairText pair) {
        return new PairFeatures(
                new TextFeatures(pair.prompt()),
                new TextFeatures(pair.first()),
                new TextFeatures(pair.second()),
                new TextFeatures(pair.source()));
    }

    boolean isTooLong() {
        return prompt.isTooLong() || first.isTooLong() || second.isTooLong() || source.isTooLong();
    }
}
