package dev.whetstone.core.lf.vote;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pairs to vote on again and again: what the rules measure on each pair is kept, so that a moved
/// threshold is a look at numbers and a changed pattern computes that pattern alone. The measures
/// that were used longest ago are dropped when they exceed the bound. Votes on one table are
/// counted one call after the other.
public final class PairTable {
    private static final int SAMPLE = 64;

    private final List<PairFeatures> pairs;
    private final long maxBytes;
    private final BitSet tooLong = new BitSet();
    private final Map<Leaf, LeafColumn> columns = new LinkedHashMap<>(64, .75f, true);
    private long bytes;

    /// @param maxBytes of the kept measures; 18 a pair for a number, 2 for a condition. The texts'
    ///     features are the caller's
    public PairTable(List<PairFeatures> pairs, long maxBytes) {
        this.pairs = List.copyOf(pairs);
        this.maxBytes = maxBytes;
        for (int row = 0; row < pairs.size(); row++) {
            tooLong.set(row, pairs.get(row).isTooLong());
        }
    }

    /// As they were given.
    public List<PairFeatures> pairs() {
        return pairs;
    }

    public int rows() {
        return pairs.size();
    }

    /// Memory that the kept measures take.
    public synchronized long bytes() {
        return bytes;
    }

    /// The columns of a rule's leaves, in the order of the rule.
    synchronized LeafColumn[] columns(CompiledRule rule) {
        List<Leaf> leaves = rule.leaves();
        LeafColumn[] own = new LeafColumn[leaves.size()];
        boolean fresh = false;
        for (int i = 0; i < own.length; i++) {
            Leaf leaf = leaves.get(i);
            LeafColumn column = columns.get(leaf);
            if (column == null) {
                column = new LeafColumn(leaf, rows());
                fresh = true;
                columns.put(leaf, column);
                bytes += LeafColumn.bytes(leaf, rows());
            }
            own[i] = column;
        }
        drop();
        if (fresh) {
            rule.prepare();
        }
        return own;
    }

    private void drop() {
        Iterator<Leaf> oldest = columns.keySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            bytes -= LeafColumn.bytes(oldest.next(), rows());
            oldest.remove();
        }
    }

    /// Whether the kept values look complete, by some rows.
    boolean looksKnown(LeafColumn[] kept) {
        for (LeafColumn column : kept) {
            for (int row = 0; row < rows(); row += Math.max(1, rows() / SAMPLE)) {
                if (!column.knows(row)) {
                    return false;
                }
            }
        }
        return kept.length > 0;
    }

    /// For one thread's calls of [#code].
    Frame frame() {
        return new Frame(pairs);
    }

    /// The vote's code as of [CompiledRule#code].
    int code(Frame frame, int row, CompiledRule rule, LeafColumn[] kept) {
        if (tooLong.get(row)) {
            return CompiledRule.TOO_LONG;
        }
        frame.at(row, kept);
        return rule.code(frame);
    }
}
