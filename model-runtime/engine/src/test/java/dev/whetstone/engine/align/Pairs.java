package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RunControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up pairs and controls for trainer tests.
final class Pairs {
    private Pairs() {}

    static List<TokenPair> random(int count, long seed) {
        Random random = new Random(seed);
        List<TokenPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(
                    new TokenPair(
                            "pair-" + i,
                            ids(random, 3 + random.nextInt(6)),
                            ids(random, 2 + random.nextInt(8)),
                            ids(random, 2 + random.nextInt(8)),
                            i % 3 == 0 ? 0.8 : 1));
        }
        return pairs;
    }

    private static int[] ids(Random random, int length) {
        return random.ints(length, 10, 460).toArray();
    }

    /// Asks a run to end at its `calls`-th safe point.
    static RunControl endingAfter(int calls) {
        return new RunControl() {
            private int seen;

            @Override
            public Signal atSafePoint() {
                return ++seen >= calls ? Signal.END : Signal.GO_ON;
            }

            @Override
            public void progress(
                    String stage, long done, long total, Map<String, Double> metrics) {}
        };
    }
}
