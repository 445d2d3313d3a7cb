package dev.whetstone.core.detect;

import java.util.ArrayList;
import java.util.List;

/// Embeddings of texts that somebody marked.
///
/// @param rows one embedding a text, all of the same dimensions
/// @param is whether the text is of the detector's kind, one a row
public record Marked(float[][] rows, boolean[] is) {
    public Marked {
        if (rows.length != is.length) {
            throw new IllegalArgumentException(rows.length + " texts, " + is.length + " marks");
        }
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
        return new Marked(some, marks);
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
