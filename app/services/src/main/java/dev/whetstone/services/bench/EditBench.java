package dev.whetstone.services.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.PairTable;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.services.vote.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// How soon an edited rule's votes are there, once the rules of a file have been counted: the rows
/// in sight first, then all.
final class EditBench {
    private static final int IN_SIGHT = 40;
    private static final long KEPT_MEASURES = 1L << 30;

    private final VoteEngine engine;
    private final PairTable table;
    private final RulesFile counted;
    private final Concepts starters = StarterConcepts.concepts();

    EditBench(VoteEngine engine, List<PairFeatures> pairs, RulesFile counted) {
        this.engine = engine;
        this.table = new PairTable(pairs, KEPT_MEASURES);
        this.counted = counted;
    }

    /// Adds `edits`: for each file and rule the milliseconds from its tree to the votes in sight
    /// (`first_ms`) and to all of them (`all_ms`), the rule's compilation included.
    void run(List<Path> edited, ObjectNode figures) {
        engine.vote(table, compiled(counted), () -> false);
        ArrayNode edits = figures.putArray("edits");
        int[] inSight = IntStream.range(0, Math.min(IN_SIGHT, table.rows())).toArray();
        for (Path path : edited) {
            RulesFile file = RuleFiles.read(path);
            for (RulesFile.NamedRule rule : file.rules()) {
                long from = System.nanoTime();
                CompiledRule one = compiler(file).compile(rule.rule());
                engine.glance(table, one, inSight);
                long seen = System.nanoTime();
                long votes = engine.vote(table, List.of(one), () -> false).count(0, 0);
                long all = System.nanoTime();
                edits.addObject()
                        .put("rule", rule.name())
                        .put("first_ms", (seen - from) / 1e6)
                        .put("all_ms", (all - from) / 1e6)
                        .put("votes", table.rows() - votes);
            }
        }
    }

    private RuleCompiler compiler(RulesFile file) {
        return new RuleCompiler(starters.overlaidBy(file.concepts()));
    }

    private List<CompiledRule> compiled(RulesFile file) {
        RuleCompiler compiler = compiler(file);
        return file.rules().stream().map(rule -> compiler.compile(rule.rule())).toList();
    }
}
