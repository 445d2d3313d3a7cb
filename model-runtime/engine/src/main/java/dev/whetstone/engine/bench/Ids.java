package dev.whetstone.engine.bench;

/// Inputs that are equal in every program without exchanging files: `x <- x *
/// 6364136223846793005 + 1442695040888963407 mod 2^64`, `id = 4 + ((x >>> 33) mod (vocab
/// - 4))`.
final class Ids {
    private final int vocabulary;
    private long state;

    Ids(long seed, int vocabulary) {
        this.state = seed;
        this.vocabulary = vocabulary;
    }

    int next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return 4 + (int) ((state >>> 33) % (vocabulary - 4));
    }

    int[] take(int count) {
        var ids = new int[count];
        for (var i = 0; i < count; i++) {
            ids[i] = next();
        }
        return ids;
    }
}
