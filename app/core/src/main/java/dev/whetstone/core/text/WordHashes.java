package dev.whetstone.core.text;

import java.util.Arrays;
import java.util.List;

/// Finds a word among a few by its hash in [Words], without boxes: every word of a text is looked
/// for.
public final class WordHashes {
    private static final int NONE = -1;

    private final int[] hashes;
    private final int[] indexes;

    private WordHashes(int size) {
        hashes = new int[size];
        indexes = new int[size];
        Arrays.fill(indexes, NONE);
    }

    /// @throws IllegalArgumentException when one of them is not one word
    public static WordHashes of(List<String> words) {
        WordHashes table = new WordHashes(Integer.highestOneBit(1 + words.size()) << 3);
        for (int i = 0; i < words.size(); i++) {
            int hash = Words.hashOf(words.get(i));
            int slot = table.slot(hash);
            table.hashes[slot] = hash;
            table.indexes[slot] = i;
        }
        return table;
    }

    /// The word's place in the list, or -1; a word of the same hash may stand for it.
    public int indexOf(int hash) {
        return indexes[slot(hash)];
    }

    public boolean contains(int hash) {
        return indexOf(hash) != NONE;
    }

    /// Where a hash stands, or the free slot where it would.
    private int slot(int hash) {
        int slot = hash & (hashes.length - 1);
        while (indexes[slot] != NONE && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
