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
/// @param waiting how many of these are for a detector that has not read a text, or is not there
public record Column(byte[] votes, long errors, long waiting) {
    /// Of a rule that waits for no detector.
    public Column(byte[] votes, long errors) {
        this(votes, errors, 0);
    }

    static Column count(
            VoteEngine engine, CompiledRule rule, PairTable pairs, BooleanSupplier cancelled) {
        VoteMatrix matrix = engine.vote(pairs, List.of(rule), cancelled);
        long errors = 0;
        for (Abstention reason : Abstention.values()) {
            errors += matrix.abstentions(0, reason);
        }
        long waiting =
                matrix.abstentions(0, Abstention.WAITING_FOR_DETECTOR)
                        + matrix.abstentions(0, Abstention.NO_DETECTOR);
        return new Column(matrix.column(0), errors, waiting);
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
