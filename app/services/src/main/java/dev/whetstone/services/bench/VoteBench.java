package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.lf.vote.VoteMatrix;
import dev.whetstone.core.text.FeatureCache;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.job.Progress;
import dev.whetstone.services.vote.RuleFiles;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/// Pairs a second of a rules file. Cold: every text is read anew; warm: its features are known.
/// Files are read and rules compiled before the clock starts.
///
/// @param count how many pairs there are to be, by altered copies; 0 for those of the files
/// @param warmUp runs before the first that counts
public record VoteBench(int count, int threads, int warmUp, int repeat) {
    /// More pairs than these are made while they are voted on.
    private static final int MOST_HELD = 100_000;

    private static final long ALL_CHARS = Long.MAX_VALUE / 64;

    public VoteBench {
        if (count < 0 || threads < 1 || warmUp < 0 || repeat < 1) {
            throw new dev.whetstone.services.failure.ServiceException(
                    "bench.option",
                    "threads and repeat are at least 1, count and warmup at least 0.",
                    "");
        }
    }

    /// Figures: `held` (whether the texts were in memory before; else the time of making their
    /// copies counts, and there are no warm figures), `pairs`, `rules`, `first_seconds` (of
    /// the first run, in which the code itself is compiled) and `warm_up_seconds` of each run
    /// that does not count, `seconds`, `cpu_seconds` (mean of a run, all threads) and
    /// `pairs_per_second` cold, `alone_seconds` of each rule cold without the others (what
    /// rules share counts for each), `warm_seconds` and `warm_pairs_per_second`, `votes` of
    /// each rule for A and B, and `votes_sha256` over one signed byte a vote, row by row: 0
    /// for A, 1 for B, -1 for none (Snorkel's convention).
    ///
    /// @param edited rules files whose rules are voted again as edits of those that were counted,
    ///     see [EditBench]
    public Measured run(List<Path> pairs, Path rules, List<Path> edited, Progress progress) {
        RulesFile file = RuleFiles.read(rules);
        List<PairText> base = BenchPairs.read(pairs);
        boolean held = count <= MOST_HELD;
        List<PairText> texts =
                count == 0
                        ? base
                        : held ? BenchPairs.repeated(base, count) : BenchPairs.made(base, count);
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()));
        List<CompiledRule> compiled =
                file.rules().stream().map(rule -> compiler.compile(rule.rule())).toList();
        ObjectNode figures =
                JsonFiles.object()
                        .put("pairs", texts.size())
                        .put("rules", compiled.size())
                        .put("held", held);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            VoteEngine engine = new VoteEngine(pool);
            Laps cold = new Laps();
            Laps unsettled = new Laps();
            VoteMatrix votes = engine.vote(texts.subList(0, 0), compiled);
            long cpu = 0;
            for (int run = 0; run < warmUp + repeat; run++) {
                progress.safePoint();
                progress.units(run, 2L * (warmUp + repeat));
                if (run == warmUp) {
                    cpu = ProcessMemory.cpuNanos();
                }
                long from = System.nanoTime();
                votes = engine.vote(texts, compiled);
                long taken = System.nanoTime() - from;
                if (run == 0) {
                    figures.put("first_seconds", taken / 1e9);
                }
                (run < warmUp ? unsettled : cold).add(taken);
            }
            figures.put("cpu_seconds", (ProcessMemory.cpuNanos() - cpu) / 1e9 / repeat);
            unsettled.report(figures, "warm_up_seconds");
            cold.report(figures, "seconds", "pairs_per_second", texts.size());
            if (held) {
                alone(engine, texts, compiled, file, figures);
                again(engine, texts, compiled, file, edited, figures, progress);
            }
            addVotes(figures, file, votes);
        }
        return new Measured(
                figures,
                ProcessMemory.peakMegabytes(),
                threads,
                "none",
                warmUp + " runs, not counted");
    }

    private static void alone(
            VoteEngine engine,
            List<PairText> texts,
            List<CompiledRule> compiled,
            RulesFile file,
            ObjectNode figures) {
        ObjectNode seconds = figures.putObject("alone_seconds");
        for (int i = 0; i < compiled.size(); i++) {
            long from = System.nanoTime();
            engine.vote(texts, List.of(compiled.get(i)));
            seconds.put(
                    file.rules().get(i).name(), Math.round((System.nanoTime() - from) / 1e4) / 1e5);
        }
    }

    /// Votes with features known, and edits.
    private void again(
            VoteEngine engine,
            List<PairText> texts,
            List<CompiledRule> compiled,
            RulesFile file,
            List<Path> edited,
            ObjectNode figures,
            Progress progress) {
        Laps warm = new Laps();
        List<PairFeatures> features = engine.prepare(texts, new FeatureCache(ALL_CHARS));
        engine.voteAgain(features, compiled);
        for (int run = 0; run < warmUp + repeat; run++) {
            progress.safePoint();
            progress.units(warmUp + repeat + run, 2L * (warmUp + repeat));
            long from = System.nanoTime();
            engine.voteAgain(features, compiled);
            if (run >= warmUp) {
                warm.add(System.nanoTime() - from);
            }
        }
        warm.report(figures, "warm_seconds", "warm_pairs_per_second", texts.size());
        if (!edited.isEmpty()) {
            new EditBench(engine, features, file).run(edited, figures);
        }
    }

    private static void addVotes(ObjectNode figures, RulesFile file, VoteMatrix votes) {
        ObjectNode counts = figures.putObject("votes");
        for (int j = 0; j < votes.columns(); j++) {
            counts.putObject(file.rules().get(j).name())
                    .put("a", votes.count(j, 1))
                    .put("b", votes.count(j, -1));
        }
        figures.put("votes_sha256", digest(votes));
    }

    private static String digest(VoteMatrix votes) {
        byte[] bytes = new byte[votes.rows() * votes.columns()];
        for (int i = 0, at = 0; i < votes.rows(); i++) {
            for (int j = 0; j < votes.columns(); j++) {
                bytes[at++] =
                        (byte)
                                switch (votes.vote(i, j)) {
                                    case 1 -> 0;
                                    case -1 -> 1;
                                    default -> -1;
                                };
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
