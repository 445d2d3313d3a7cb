package dev.whetstone.services.vote;

import dev.whetstone.core.lf.vote.Abstention;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairTable;
import dev.whetstone.core.lf.vote.VoteEngine;
import dev.whetstone.core.lf.vote.VoteMatrix;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One rule's votes on all pairs: +1 for A, -1 for B, 0 none.
///
/// @param errors times the rule could not tell
public record Column(byte[] votes, long errors) {
    static Column count(
            VoteEngine engine, CompiledRule rule, PairTable pairs, BooleanSupplier cancelled) {
        VoteMatrix matrix = engine.vote(pairs, List.of(rule), cancelled);
        long errors = 0;
        for (Abstention reason : Abstention.values()) {
            errors += matrix.abstentions(0, reason);
        }
        return new Column(matrix.column(0), errors);
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
