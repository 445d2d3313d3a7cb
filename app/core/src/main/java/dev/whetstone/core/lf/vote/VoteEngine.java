package dev.whetstone.core.lf.vote;

import dev.whetstone.core.text.FeatureCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Lets many rules vote over many pairs, in parallel on the executor that it is given. Each text's
/// features are computed once for all rules.
public final class VoteEngine {
    private static final int PAIRS_PER_TASK = 128;

    /// Of a table, whose rows mostly are a look at numbers.
    private static final int ROWS_PER_TASK = 1_024;

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
        rules.forEach(CompiledRule::prepare);
        return run(
                executor,
                pairs.size(),
                PAIRS_PER_TASK,
                rules,
                () ->
                        row -> {
                            PairFeatures pair = PairFeatures.of(pairs.get(row));
                            return (rule, _) -> rule.code(pair);
                        });
    }

    /// Votes over prepared pairs, e.g. again for one rule that changed.
    public VoteMatrix voteAgain(List<PairFeatures> pairs, List<CompiledRule> rules) {
        rules.forEach(CompiledRule::prepare);
        return run(
                executor,
                pairs.size(),
                PAIRS_PER_TASK,
                rules,
                () ->
                        row -> {
                            PairFeatures pair = pairs.get(row);
                            return (rule, _) -> rule.code(pair);
                        });
    }

    /// Votes over a table, whose kept measures are used and completed.
    ///
    /// @param cancelled asked now and then
    /// @throws CancellationException when it says so
    public VoteMatrix vote(PairTable table, List<CompiledRule> rules, BooleanSupplier cancelled) {
        LeafColumn[][] kept = rules.stream().map(table::columns).toArray(LeafColumn[][]::new);
        synchronized (table) {
            // a look at numbers is done before another thread is awake
            boolean known = Arrays.stream(kept).allMatch(table::looksKnown);
            return run(
                    known ? Runnable::run : executor,
                    table.rows(),
                    ROWS_PER_TASK,
                    rules,
                    () -> {
                        Frame frame = table.frame();
                        return row -> {
                            if (row % PAIRS_PER_TASK == 0 && cancelled.getAsBoolean()) {
                                throw new CancellationException("votes are no longer wanted");
                            }
                            return (rule, column) -> table.code(frame, row, rule, kept[column]);
                        };
                    });
        }
    }

    /// One rule's votes on a few rows of a table, in their order: what a person sees comes first.
    public byte[] glance(PairTable table, CompiledRule rule, int[] rows) {
        LeafColumn[] kept = table.columns(rule);
        byte[] votes = new byte[rows.length];
        synchronized (table) {
            Frame frame = table.frame();
            for (int i = 0; i < rows.length; i++) {
                votes[i] = (byte) ((table.code(frame, rows[i], rule, kept) & 3) - 1);
            }
        }
        return votes;
    }

    private interface Rows {
        Row get(int row);
    }

    private interface Row {
        int code(CompiledRule rule, int column);
    }

    /// Waits for all tasks; an error in one is thrown here.
    private static VoteMatrix run(
            Executor executor,
            int rows,
            int perTask,
            List<CompiledRule> rules,
            Supplier<Rows> pairs) {
        byte[][] votes = new byte[rules.size()][rows];
        CompiledRule[] columns = rules.toArray(CompiledRule[]::new);
        List<CompletableFuture<long[][]>> tasks = new ArrayList<>();
        for (int from = 0; from < rows; from += perTask) {
            int start = from;
            int end = Math.min(rows, from + perTask);
            tasks.add(
                    CompletableFuture.supplyAsync(
                            () -> voteRows(start, end, columns, pairs.get(), votes), executor));
        }
        long[][] abstentions = new long[columns.length][Abstention.values().length];
        RuntimeException failure = null;
        for (CompletableFuture<long[][]> task : tasks) {
            try {
                add(task.join(), abstentions);
            } catch (CompletionException problem) {
                // the others are waited for, so that none writes after this call
                failure = problem.getCause() instanceof RuntimeException own ? own : problem;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return new VoteMatrix(rules, rows, votes, abstentions);
    }

    private static void add(long[][] counted, long[][] sums) {
        for (int column = 0; column < sums.length; column++) {
            for (int reason = 0; reason < sums[column].length; reason++) {
                sums[column][reason] += counted[column][reason];
            }
        }
    }

    private static long[][] voteRows(
            int start, int end, CompiledRule[] rules, Rows pairs, byte[][] votes) {
        long[][] abstentions = new long[rules.length][Abstention.values().length];
        for (int row = start; row < end; row++) {
            Row pair = pairs.get(row);
            for (int column = 0; column < rules.length; column++) {
                int code = pair.code(rules[column], column);
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
