package dev.whetstone.core.text.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The words of the CMU pronouncing dictionary and how many syllables each has, in one table of
/// bytes: a line is a word, a blank, and its count.
public final class Pronunciations {
    /// Stands for a word that is not known.
    public static final int UNKNOWN = -1;

    private static final int SLOTS = 1 << 18;

    private static final class Holder {
        static final Pronunciations ENGLISH = read();
    }

    private final byte[] lines;
    private final int[] starts = new int[SLOTS];

    private Pronunciations(byte[] lines) {
        this.lines = lines;
        Arrays.fill(starts, UNKNOWN);
        int start = 0;
        int hash = 0;
        boolean inWord = true;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                start = at + 1;
                hash = 0;
                inWord = true;
            } else if (lines[at] == ' ') {
                int slot = slot(hash);
                while (starts[slot] != UNKNOWN) {
                    slot = slot + 1 & SLOTS - 1;
                }
                starts[slot] = start;
                inWord = false;
            } else if (inWord) {
                hash = 31 * hash + lines[at];
            }
        }
    }

    public static Pronunciations english() {
        return Holder.ENGLISH;
    }

    private static Pronunciations read() {
        try (InputStream in = Pronunciations.class.getResourceAsStream("syllables.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing resource syllables.txt");
            }
            return new Pronunciations(in.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Syllables of the first pronunciation, or [#UNKNOWN].
    ///
    /// @param word in lower case
    public int syllables(String word) {
        for (int slot = slot(word.hashCode());
                starts[slot] != UNKNOWN;
                slot = slot + 1 & SLOTS - 1) {
            int end = starts[slot] + word.length();
            if (isAt(word, starts[slot]) && lines[end] == ' ') {
                int count = 0;
                for (int at = end + 1; lines[at] != '\n'; at++) {
                    count = 10 * count + lines[at] - '0';
                }
                return count;
            }
        }
        return UNKNOWN;
    }

    public boolean knows(String word) {
        return syllables(word) != UNKNOWN;
    }

    private boolean isAt(String word, int start) {
        if (start + word.length() >= lines.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (lines[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & SLOTS - 1;
    }
}
