package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Direction;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.vote.PairText;
import dev.whetstone.core.lf.vote.RuleCompiler;
import java.util.Optional;

/// What a reading says of the very pair that it explains: the filter that every rule passes first.
public enum OwnPair {
    /// It votes for the reply that the expert chose.
    SUPPORTS,
    /// It does not tell the two replies apart.
    ABSTAINS,
    /// It votes for the other reply.
    CONTRADICTS;

    /// @param pair the chosen reply first
    public static OwnPair of(Rule rule, SlotValues slots, PairText pair, Concepts concepts) {
        int vote = new RuleCompiler(concepts).compile(rule, slots).vote(pair);
        return vote > 0 ? SUPPORTS : vote < 0 ? CONTRADICTS : ABSTAINS;
    }

    /// The rule that says the opposite, where that is a rule of the same kind.
    public static Optional<Rule> opposite(Rule rule) {
        return switch (rule) {
            case Rule.Judge(var verdict, var when) ->
                    Optional.of(
                            new Rule.Judge(
                                    verdict == Verdict.GOOD ? Verdict.BAD : Verdict.GOOD, when));
            case Rule.Prefer(var direction, var measure, var margin, var gate) ->
                    Optional.of(
                            new Rule.Prefer(
                                    direction == Direction.LOWER
                                            ? Direction.HIGHER
                                            : Direction.LOWER,
                                    measure,
                                    margin,
                                    gate));
            case Rule.Over _ -> Optional.empty();
        };
    }
}
