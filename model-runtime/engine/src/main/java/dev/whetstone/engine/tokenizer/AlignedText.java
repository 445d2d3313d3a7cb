package dev.whetstone.engine.tokenizer;

import dev.whetstone.engine.control.RuntimeFailure;
import java.util.Arrays;

/// Code points, each with the range of the original text (in UTF-16 units) that it came from.
final class AlignedText {
    private final int[] codePoints;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private AlignedText(int[] codePoints, int[] starts, int[] ends, int length) {
        this.codePoints = codePoints;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    static AlignedText of(String text) {
        var builder = new Builder(text.length());
        for (var at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            builder.add(codePoint, at, next);
            at = next;
        }
        return builder.build();
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    int codePoint(int index) {
        return codePoints[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    AlignedText slice(int from, int to) {
        return new AlignedText(
                Arrays.copyOfRange(codePoints, from, to),
                Arrays.copyOfRange(starts, from, to),
                Arrays.copyOfRange(ends, from, to),
                to - from);
    }

    /// With `codePoint` before it, which shares the first one's range.
    AlignedText prepend(int codePoint) {
        var builder = new Builder(length + 1);
        builder.add(codePoint, starts[0], ends[0]);
        builder.addAll(this);
        return builder.build();
    }

    /// With `codePoints` before it, which share the first one's range.
    AlignedText prepend(String before) {
        var builder = new Builder(length + before.length());
        before.codePoints().forEach(c -> builder.add(c, starts[0], ends[0]));
        builder.addAll(this);
        return builder.build();
    }

    /// The same places with one code point for another.
    AlignedText replace(int from, int to) {
        var replaced = Arrays.copyOf(codePoints, length);
        for (var i = 0; i < length; i++) {
            if (replaced[i] == from) {
                replaced[i] = to;
            }
        }
        return new AlignedText(replaced, starts, ends, length);
    }

    @Override
    public String toString() {
        return new String(codePoints, 0, length);
    }

    static final class Builder {
        /// A file's rules can make a text grow without end.
        private static final int LONGEST = 1 << 24;

        private int[] codePoints;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(int expected) {
            codePoints = new int[Math.max(expected, 4)];
            starts = new int[codePoints.length];
            ends = new int[codePoints.length];
        }

        void add(int codePoint, int start, int end) {
            if (length == codePoints.length) {
                if (length > LONGEST) {
                    throw new RuntimeFailure(
                            "tokenizer.growth",
                            "tokenizer.json: the text grows beyond " + LONGEST + " characters",
                            "Check where the model came from.");
                }
                codePoints = Arrays.copyOf(codePoints, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            codePoints[length] = codePoint;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        void addAll(AlignedText text) {
            for (var i = 0; i < text.length; i++) {
                add(text.codePoints[i], text.starts[i], text.ends[i]);
            }
        }

        AlignedText build() {
            return new AlignedText(codePoints, starts, ends, length);
        }
    }
}
