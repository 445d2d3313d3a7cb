package dev.whetstone.store.exporting;

import java.util.Map;
import java.util.TreeMap;

/// Counts what a format cannot carry.
public final class Losses {
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, Long> notCarried = new TreeMap<>();

    /// A row that is not written at all.
    void leaveOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    /// Something about a row that its line does not say.
    void notCarried(String what) {
        notCarried(what, 1);
    }

    void notCarried(String what, long count) {
        if (count > 0) {
            notCarried.merge(what, count, Long::sum);
        }
    }

    Losses plus(Losses other) {
        Losses sum = new Losses();
        for (Losses part : new Losses[] {this, other}) {
            part.leftOut.forEach((key, n) -> sum.leftOut.merge(key, n, Long::sum));
            part.notCarried.forEach((key, n) -> sum.notCarried.merge(key, n, Long::sum));
        }
        return sum;
    }

    public Map<String, Long> leftOut() {
        return Map.copyOf(leftOut);
    }

    public Map<String, Long> notCarried() {
        return Map.copyOf(notCarried);
    }
}
