package dev.whetstone.services.vote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.text.FeatureCache;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.file.PromptTurns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/// Votes of a rules file on a pairs file, without a project.
public final class PairFileVotes {
    private static final long CACHE_CHARS = 200_000_000;

    private PairFileVotes() {}

    public static VoteTable count(Path pairs, Path rules) {
        RulesFile file = RuleFiles.read(rules);
        List<String> ids = new ArrayList<>();
        List<PairText> texts = read(pairs, ids);
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()));
        long from = System.nanoTime();
        VoteEngine engine = new VoteEngine(ForkJoinPool.commonPool());
        List<PairFeatures> features = engine.prepare(texts, new FeatureCache(CACHE_CHARS));
        List<Column> columns = new ArrayList<>();
        for (RulesFile.NamedRule rule : file.rules()) {
            CompiledRule compiled = compiler.compile(rule.rule());
            columns.add(Column.count(engine, compiled, features));
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        return new VoteTable(
                ids,
                file.rules().stream().map(RulesFile.NamedRule::name).toList(),
                columns,
                seconds,
                columns.stream().mapToLong(Column::errors).sum());
    }

    private static List<PairText> read(Path pairs, List<String> ids) {
        List<PairText> texts = new ArrayList<>();
        for (JsonFiles.Line numbered : JsonFiles.readNumbered(pairs)) {
            ObjectNode row = numbered.values();
            int line = numbered.number();
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
            ids.add(row.path("id").asText(String.valueOf(texts.size() + 1)));
            texts.add(
                    new PairText(
                            prompt,
                            row.path("a").asText(),
                            row.path("b").asText(),
                            row.path("source").asText("")));
        }
        return texts;
    }
}
