package dev.whetstone.services.pair;

import java.util.UUID;

/// Two responses of one comparison, by index in stored order; `a` below `b`.
public record PairRef(UUID comparisonId, int a, int b) {
    public PairRef {
        if (a < 0 || b <= a) {
            throw new IllegalArgumentException("a pair needs 0 <= a < b, not " + a + ", " + b);
        }
    }

    /// The name in files: `comparison` for the first pair of a two-response comparison,
    /// `comparison:a-b` otherwise.
    public String text() {
        return a == 0 && b == 1 ? comparisonId.toString() : comparisonId + ":" + a + "-" + b;
    }
}
