package dev.whetstone.spark;

import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.RuleCompiler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.CollectionAccumulator;

/// Votes on the rows of one partition, one after the other; the rules are compiled once for it. A
/// row that is no pair is noted and left out.
///
/// @param rules the text of the rules file, which has been read without fault before
record PartitionVotes(String rules, CollectionAccumulator<Fault> faults)
        implements MapPartitionsFunction<Row, Row> {
    private static final int MOST_FAULTS = 20;

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws RulesFile.RulesFileException {
        RulesFile file = RulesFile.parse("rules", rules);
        RuleCompiler compiler =
                new RuleCompiler(StarterConcepts.concepts().overlaidBy(file.concepts()));
        List<CompiledRule> compiled =
                file.rules().stream().map(rule -> compiler.compile(rule.rule())).toList();
        PairReader reader = new PairReader();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .<Row>mapMulti(
                        (row, next) -> {
                            try {
                                next.accept(votes(reader.read(row.getString(0)), compiled));
                            } catch (BadPairException e) {
                                note(row, String.valueOf(e.getMessage()));
                            }
                        })
                .iterator();
    }

    private void note(Row row, String what) {
        if (faults.value().size() < MOST_FAULTS) {
            faults.add(new Fault(row.getString(1), row.getLong(2), row.getString(0), what));
        }
    }

    private static Row votes(PairReader.Read read, List<CompiledRule> rules) {
        PairFeatures pair = PairFeatures.of(read.pair());
        List<Object> values = new ArrayList<>(1 + rules.size());
        values.add(read.id());
        for (CompiledRule rule : rules) {
            values.add((byte) rule.vote(pair));
        }
        return RowFactory.create(values.toArray());
    }
}
