package dev.whetstone.services.vote;

import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// One rule's votes on all pairs: +1 for A, -1 for B, 0 none.
///
/// @param errors votes lost because the rule could not tell
public record Column(byte[] votes, long errors) {
    static Column count(CompiledRule rule, List<PairFeatures> pairs) {
        byte[] votes = new byte[pairs.size()];
        LongAdder errors = new LongAdder();
        IntStream.range(0, votes.length)
                .parallel()
                .forEach(
                        i -> {
                            CompiledRule.Vote vote = rule.explain(pairs.get(i));
                            votes[i] = (byte) vote.value();
                            if (!vote.reasons().isEmpty()) {
                                errors.increment();
                            }
                        });
        return new Column(votes, errors.sum());
    }

    /// Pairs it votes on.
    public int fires() {
        int fires = 0;
        for (byte vote : votes) {
            fires += vote != 0 ? 1 : 0;
        }
        return fires;
    }
}
