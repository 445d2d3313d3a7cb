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
    private final List<PairFeatures> pairs;
    private final long maxBytes;
    private final BitSet tooLong = new BitSet();
    private final BitSet sourced = new BitSet();
    private final Map<Leaf, LeafColumn> columns = new LinkedHashMap<>(64, .75f, true);
    private long bytes;

    /// @param maxBytes of the kept measures; 18 a pair for a number, 2 for a condition. The texts'
    ///     features are the caller's
    public PairTable(List<PairFeatures> pairs, long maxBytes) {
        this.pairs = List.copyOf(pairs);
        this.maxBytes = maxBytes;
        for (int row = 0; row < pairs.size(); row++) {
            PairFeatures pair = pairs.get(row);
            tooLong.set(row, pair.isTooLong());
            sourced.set(row, !pair.source().text().isBlank());
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
        for (int i = 0; i < own.length; i++) {
            Leaf leaf = leaves.get(i);
            LeafColumn column = columns.get(leaf);
            if (column == null) {
                column = new LeafColumn(leaf, rows());
                columns.put(leaf, column);
                bytes += LeafColumn.bytes(leaf, rows());
            }
            own[i] = column;
        }
        drop();
        return own;
    }

    private void drop() {
        Iterator<Leaf> oldest = columns.keySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            bytes -= LeafColumn.bytes(oldest.next(), rows());
            oldest.remove();
        }
    }

    /// The vote's code as of [CompiledRule#code].
    int code(int row, CompiledRule rule, LeafColumn[] kept) {
        if (tooLong.get(row)) {
            return CompiledRule.TOO_LONG;
        }
        PairFeatures pair = pairs.get(row);
        Frame frame =
                new Frame(
                        pair.prompt(),
                        pair.first(),
                        pair.second(),
                        sourced.get(row) ? pair.source() : null);
        frame.columns = kept;
        frame.row = row;
        return rule.code(frame);
    }
}
