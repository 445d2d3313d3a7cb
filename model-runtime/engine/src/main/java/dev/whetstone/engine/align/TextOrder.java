package dev.whetstone.engine.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Batches of texts of like length, in a random order that depends on the seed alone: texts are
/// shuffled, sorted by length within windows of some batches, cut, and the batches shuffled.
final class TextOrder {
    private static final int WINDOW = 32;

    private final List<TokenText> texts;
    private final int tokens;
    private final Random random;
    private final List<List<TokenText>> ready = new ArrayList<>();

    /// @param tokens padded tokens of one batch
    TextOrder(List<TokenText> texts, int tokens, long seed) {
        this.texts = texts;
        this.tokens = tokens;
        this.random = new Random(seed);
    }

    List<TokenText> next() {
        if (ready.isEmpty()) {
            fillEpoch();
        }
        return ready.removeLast();
    }

    void skip(long batches) {
        for (long i = 0; i < batches; i++) {
            next();
        }
    }

    private void fillEpoch() {
        List<TokenText> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, random);
        int from = 0;
        while (from < shuffled.size()) {
            int end = from;
            long sum = 0;
            while (end < shuffled.size() && sum < (long) tokens * WINDOW) {
                sum += shuffled.get(end++).ids().length;
            }
            cut(new ArrayList<>(shuffled.subList(from, end)));
            from = end;
        }
        Collections.shuffle(ready, random);
    }

    private void cut(List<TokenText> window) {
        window.sort(Comparator.comparingInt(text -> text.ids().length));
        int from = 0;
        for (int end = 1; end <= window.size(); end++) {
            if (end == window.size()
                    || (long) (end + 1 - from) * window.get(end).ids().length > tokens) {
                ready.add(List.copyOf(window.subList(from, end)));
                from = end;
            }
        }
    }
}
