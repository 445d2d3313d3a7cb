package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.FeatureCache;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Lets many rules vote over many pairs, in parallel on the executor that it is given. Each text's
/// features are computed once for all rules.
public final class VoteEngine {
    private static final int PAIRS_PER_TASK = 128;

    private final Executor executor;

    public VoteEngine(Executor executor) {
        this.executor = executor;
    }

    /// Pairs with their features, which are computed when a rule first needs them and stay known.
    public List<PairFeatures> prepare(List<PairText> pairs, FeatureCache cache) {
        List<PairFeatures> prepared = new ArrayList<>(pairs.size());
        for (PairText pair : pairs) {
            prepared.add(
                    new PairFeatures(
                            cache.of(pair.prompt()),
                            cache.of(pair.first()),
                            cache.of(pair.second()),
                            cache.of(pair.source())));
        }
        return prepared;
    }

    /// Votes once and keeps nothing: each pair's features are dropped after its row.
    public VoteMatrix vote(List<PairText> pairs, List<CompiledRule> rules) {
        return run(pairs.size(), rules, row -> PairFeatures.of(pairs.get(row)));
    }

    /// Votes over prepared pairs, e.g. again for one rule that changed.
    public VoteMatrix voteAgain(List<PairFeatures> pairs, List<CompiledRule> rules) {
        return run(pairs.size(), rules, pairs::get);
    }

    private interface Rows {
        PairFeatures get(int row);
    }

    /// Waits for all tasks; an error in one is thrown here.
    private VoteMatrix run(int rows, List<CompiledRule> rules, Rows pairs) {
        byte[][] votes = new byte[rules.size()][rows];
        CompiledRule[] columns = rules.toArray(CompiledRule[]::new);
        List<CompletableFuture<long[][]>> tasks = new ArrayList<>();
        for (int from = 0; from < rows; from += PAIRS_PER_TASK) {
            int start = from;
            int end = Math.min(rows, from + PAIRS_PER_TASK);
            tasks.add(
                    CompletableFuture.supplyAsync(
                            () -> voteRows(start, end, columns, pairs, votes), executor));
        }
        long[][] abstentions = new long[columns.length][Abstention.values().length];
        for (CompletableFuture<long[][]> task : tasks) {
            long[][] counted = task.join();
            for (int column = 0; column < columns.length; column++) {
                for (int reason = 0; reason < counted[column].length; reason++) {
                    abstentions[column][reason] += counted[column][reason];
                }
            }
        }
        return new VoteMatrix(rules, rows, votes, abstentions);
    }

    private static long[][] voteRows(
            int start, int end, CompiledRule[] rules, Rows pairs, byte[][] votes) {
        long[][] abstentions = new long[rules.length][Abstention.values().length];
        for (int row = start; row < end; row++) {
            PairFeatures pair = pairs.get(row);
            for (int column = 0; column < rules.length; column++) {
                int code = rules[column].code(pair);
                votes[column][row] = (byte) ((code & 3) - 1);
                int reasons = code >>> 2;
                for (int bit = 0; reasons != 0; bit++, reasons >>>= 1) {
                    abstentions[column][bit] += reasons & 1;
                }
            }
        }
        return abstentions;
    }
}
