package dev.whetstone.core.text;

import java.util.Arrays;

/// The words of a text: runs of letters, digits and marks, with apostrophes inside.
///
/// Each word has a hash of its folded characters without a closing possessive `'s`, and the text
/// has a small Bloom filter of these hashes, so that most patterns are ruled out without a look at
/// the text.
public final class Words {
    private static final int FILTER_LONGS = 64;
    private static final int FILTER_MASK = FILTER_LONGS * 64 - 1;

    private final int count;
    private final int[] starts;
    private final int[] ends;
    private final int[] hashes;
    private final long[] filter;
    private final int capitals;

    private Words(Scan scan) {
        this.count = scan.count;
        this.starts = scan.trimmed(scan.starts);
        this.ends = scan.trimmed(scan.ends);
        this.hashes = scan.trimmed(scan.hashes);
        this.filter = scan.filter;
        this.capitals = scan.capitals;
    }

    /// Finds the words of a text in one pass.
    public static Words of(String text) {
        Scan scan = new Scan(text);
        scan.run();
        return new Words(scan);
    }

    public int count() {
        return count;
    }

    public int start(int word) {
        return starts[word];
    }

    public int end(int word) {
        return ends[word];
    }

    public int hash(int word) {
        return hashes[word];
    }

    /// How many words are two or more capital letters A to Z.
    public int capitals() {
        return capitals;
    }

    /// Whether a word of this hash may occur; never wrongly false.
    public boolean mayHold(int hash) {
        int bit = hash & FILTER_MASK;
        return (filter[bit >>> 6] & (1L << bit)) != 0;
    }

    /// The first word at or after a word index that has this hash, or -1.
    public int indexOf(int hash, int from) {
        for (int i = from; i < count; i++) {
            if (hashes[i] == hash) {
                return i;
            }
        }
        return -1;
    }

    /// The first word that ends after a character position; [#count] when none does.
    public int at(int position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The hash of one word, as the words of a text have it.
    public static int hashOf(String word) {
        Words words = of(word);
        if (words.count() != 1) {
            throw new IllegalArgumentException("not one word: \"" + word + "\"");
        }
        return words.hash(0);
    }

    private static final class Scan {
        private final char[] text;
        private final long[] filter = new long[FILTER_LONGS];
        private int[] starts;
        private int[] ends;
        private int[] hashes;
        private int count;
        private int capitals;

        Scan(String text) {
            this.text = text.toCharArray();
            int guess = 8 + this.text.length / 5;
            starts = new int[guess];
            ends = new int[guess];
            hashes = new int[guess];
        }

        void run() {
            int at = 0;
            while (at < text.length) {
                if ((Chars.kind(text[at]) & Chars.WORD) != 0) {
                    at = word(at);
                } else {
                    at++;
                }
            }
        }

        private int word(int start) {
            int hash = 0;
            int at = start;
            int beforePossessive = 0;
            int apostrophe = -1;
            int all = -1;
            while (at < text.length) {
                char c = text[at];
                int kind = Chars.kind(c);
                if ((kind & Chars.WORD) != 0) {
                    hash = 31 * hash + Chars.fold(c);
                    all &= kind;
                } else if ((kind & Chars.APOSTROPHE) != 0
                        && at + 1 < text.length
                        && Chars.inWord(text[at + 1])) {
                    apostrophe = at;
                    beforePossessive = hash;
                    hash = 31 * hash + '\'';
                } else {
                    break;
                }
                at++;
            }
            if (apostrophe == at - 2 && apostrophe > start && Chars.fold(text[at - 1]) == 's') {
                hash = beforePossessive;
            }
            if ((all & Chars.CAPITAL) != 0 && at - start >= 2) {
                capitals++;
            }
            add(start, at, mix(hash));
            return at;
        }

        /// The filled part of an array; a little unused room may stay.
        int[] trimmed(int[] array) {
            return count >= array.length - array.length / 4 ? array : Arrays.copyOf(array, count);
        }

        private void add(int start, int end, int hash) {
            if (count == starts.length) {
                int larger = 2 * count;
                starts = Arrays.copyOf(starts, larger);
                ends = Arrays.copyOf(ends, larger);
                hashes = Arrays.copyOf(hashes, larger);
            }
            starts[count] = start;
            ends[count] = end;
            hashes[count++] = hash;
            int bit = hash & FILTER_MASK;
            filter[bit >>> 6] |= 1L << bit;
        }

        private static int mix(int hash) {
            int mixed = hash * 0x9E3779B9;
            return mixed ^ (mixed >>> 15);
        }
    }
}
