package dev.whetstone.engine.tokenizer;

import java.util.Arrays;
import java.util.Map;

/// A vocabulary as a tree of code points, to find all entries that begin at a place.
final class EntryTree {
    static final int ROOT = 0;
    private static final int MOST_CHARACTERS = 8_000_000;
    private static final int NONE = -1;

    private final PairTable edges;
    private final int[] ids;
    private int nodes = 1;

    private EntryTree(int characters) {
        edges = new PairTable(characters);
        ids = new int[characters + 1];
        Arrays.fill(ids, NONE);
    }

    static EntryTree of(Map<String, Integer> entries) {
        var characters = 0L;
        for (var entry : entries.keySet()) {
            characters += entry.codePointCount(0, entry.length());
        }
        if (characters > MOST_CHARACTERS) {
            throw TokenizerFile.broken(
                    "model.vocab", "more than " + MOST_CHARACTERS + " characters together");
        }
        var tree = new EntryTree((int) characters);
        entries.forEach(tree::add);
        return tree;
    }

    /// The node behind a code point, or a negative number.
    int next(int node, int codePoint) {
        return (int) edges.get(node, codePoint);
    }

    /// The entry that ends at a node, or a negative number.
    int id(int node) {
        return ids[node];
    }

    private void add(String entry, int id) {
        var node = ROOT;
        for (var codePoint : entry.codePoints().toArray()) {
            var child = next(node, codePoint);
            if (child < 0) {
                child = nodes++;
                edges.putIfAbsent(PairTable.key(node, codePoint), 0, child);
            }
            node = child;
        }
        ids[node] = id;
    }
}
