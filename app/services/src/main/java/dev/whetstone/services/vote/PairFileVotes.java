package dev.whetstone.services.vote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.Abstention;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.lf.vote.VoteMatrix;
import dev.whetstone.services.detect.LiveDetectors;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import dev.whetstone.services.job.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/// Votes of a rules file on a pairs file, without a project. Texts are read, voted on and forgotten
/// some thousands at a time, so that only ids and votes grow with the file.
public final class PairFileVotes {
    private static final int PAIRS_AT_ONCE = 4_096;

    private final List<CompiledRule> rules;
    private final Consumer<Runnable> ahead;
    private final VoteEngine engine = new VoteEngine(ForkJoinPool.commonPool());
    private final List<PairText> waiting = new ArrayList<>(PAIRS_AT_ONCE);
    private final List<ByteArrayOutputStream> votes = new ArrayList<>();
    private final long[] errors;
    private long nanos;

    private PairFileVotes(List<CompiledRule> rules, Consumer<Runnable> ahead) {
        this.rules = rules;
        this.ahead = ahead;
        this.errors = new long[rules.size()];
        rules.forEach(_ -> votes.add(new ByteArrayOutputStream()));
    }

    public static VoteTable count(Path pairs, Path rules) {
        RulesFile file = RuleFiles.read(rules);
        return count(pairs, file, Detectors.NONE, look -> {});
    }

    /// The same where rules may ask detectors, which read what they are asked about before each
    /// piece of the file is voted on.
    ///
    /// @param known detectors that can be asked, by name
    /// @param live the same, reading
    public static VoteTable count(
            Path pairs, Path rules, Set<String> known, LiveDetectors live, Progress progress) {
        RulesFile file = RuleFiles.read(rules, known);
        return count(pairs, file, live, look -> live.settle(look, progress));
    }

    /// @param ahead is given a look at a piece of the pairs before it is voted on
    private static VoteTable count(
            Path pairs, RulesFile file, Detectors detectors, Consumer<Runnable> ahead) {
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()), detectors);
        PairFileVotes counting =
                new PairFileVotes(
                        file.rules().stream().map(rule -> compiler.compile(rule.rule())).toList(),
                        ahead);
        List<String> ids = new ArrayList<>();
        JsonFiles.forEachLine(
                pairs,
                line -> {
                    counting.add(pair(pairs, line.number(), line.values()));
                    String place = String.valueOf(ids.size() + 1);
                    ids.add(line.values().path("id").asText(place));
                });
        return counting.table(ids, file);
    }

    private void add(PairText pair) {
        waiting.add(pair);
        if (waiting.size() == PAIRS_AT_ONCE) {
            voteOnWaiting();
        }
    }

    private void voteOnWaiting() {
        ahead.accept(() -> engine.vote(waiting, rules));
        long from = System.nanoTime();
        VoteMatrix counted = engine.vote(waiting, rules);
        nanos += System.nanoTime() - from;
        for (int j = 0; j < rules.size(); j++) {
            votes.get(j).writeBytes(counted.column(j));
            for (Abstention reason : Abstention.values()) {
                errors[j] += counted.abstentions(j, reason);
            }
        }
        waiting.clear();
    }

    private VoteTable table(List<String> ids, RulesFile file) {
        voteOnWaiting();
        List<Column> columns = new ArrayList<>();
        long all = 0;
        for (int j = 0; j < errors.length; j++) {
            columns.add(new Column(votes.get(j).toByteArray(), errors[j]));
            all += errors[j];
        }
        List<String> names = file.rules().stream().map(RulesFile.NamedRule::name).toList();
        return new VoteTable(ids, names, columns, nanos / 1e9, all);
    }

    private static PairText pair(Path pairs, int line, ObjectNode row) {
        for (String field : List.of("prompt", "a", "b")) {
            if (!row.hasNonNull(field)) {
                throw JsonFiles.badLine(pairs, line, "the field \"" + field + "\" is missing");
            }
        }
        String prompt = PromptTurns.text(row.path("prompt"));
        if (prompt.isEmpty()) {
            throw JsonFiles.badLine(
                    pairs, line, "\"prompt\" is neither a text nor a list of messages");
        }
        return new PairText(
                prompt,
                row.path("a").asText(),
                row.path("b").asText(),
                row.path("source").asText(""));
    }
}
