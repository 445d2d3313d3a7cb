package dev.whetstone.engine.policy;

import java.util.Arrays;

/// A response while it grows.
final class SampleRow {
    /// Nobody's: it never grows.
    static final SampleRow NONE = new SampleRow(new SampleRandom(0, "", 0), new int[1], 0);

    private final SampleRandom random;
    private final int[] prompt;
    private final int limit;
    private int[] ids = new int[32];
    private int count;
    private boolean finished;

    /// @param prompt what it answers
    /// @param limit most tokens it may get
    SampleRow(SampleRandom random, int[] prompt, int limit) {
        this.random = random;
        this.prompt = prompt;
        this.limit = limit;
    }

    /// Uniform in [0, 1); one that does not grow uses up none.
    double nextUniform() {
        return growing() ? random.next() : 0.5;
    }

    void add(int id, boolean stops) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
        finished = stops;
    }

    int[] prompt() {
        return prompt;
    }

    /// Tokens of the prompt and the response so far.
    int length() {
        return prompt.length + count;
    }

    /// The latest token.
    int last() {
        return ids[count - 1];
    }

    /// The prompt and the tokens so far.
    int[] history() {
        int[] history = Arrays.copyOf(prompt, prompt.length + count);
        System.arraycopy(ids, 0, history, prompt.length, count);
        return history;
    }

    boolean growing() {
        return !finished && count < limit;
    }

    int count() {
        return count;
    }

    Generation generation() {
        return new Generation(Arrays.copyOf(ids, count), finished);
    }
}
