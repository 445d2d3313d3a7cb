package dev.whetstone.core.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Embeddings of texts that somebody marked.
///
/// @param rows one embedding a text, all of the same dimensions
/// @param is whether the text is of the detector's kind, one a row
/// @param groups what a row must not be parted from when a detector is measured, such as replies to
///     one question, one a row
public record Marked(float[][] rows, boolean[] is, List<String> groups) {
    public Marked {
        groups = List.copyOf(groups);
        if (rows.length != is.length || rows.length != groups.size()) {
            throw new IllegalArgumentException(
                    rows.length + " texts, " + is.length + " marks, " + groups.size() + " groups");
        }
    }

    /// Texts that have nothing to do with each other.
    public Marked(float[][] rows, boolean[] is) {
        this(rows, is, IntStream.range(0, is.length).mapToObj(String::valueOf).toList());
    }

    public int size() {
        return is.length;
    }

    /// How many are of the kind.
    public int positives() {
        int count = 0;
        for (boolean each : is) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /// How many are of the rarer sort.
    int rarer() {
        return Math.min(positives(), size() - positives());
    }

    Marked at(List<Integer> places) {
        float[][] some = new float[places.size()][];
        boolean[] marks = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = rows[places.get(i)];
            marks[i] = is[places.get(i)];
        }
        return new Marked(some, marks, places.stream().map(groups::get).toList());
    }

    /// The rows of one sort.
    float[][] of(boolean kind) {
        List<float[]> found = new ArrayList<>();
        for (int i = 0; i < is.length; i++) {
            if (is[i] == kind) {
                found.add(rows[i]);
            }
        }
        return found.toArray(float[][]::new);
    }

    /// 1 and 0, one a row.
    double[] outcomes() {
        double[] y = new double[is.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = is[i] ? 1 : 0;
        }
        return y;
    }
}
