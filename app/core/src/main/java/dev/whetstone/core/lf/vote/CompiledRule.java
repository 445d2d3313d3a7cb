package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.text.TextFeatures;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A rule that can vote. Immutable; threads may share it.
public final class CompiledRule {
    /// The code of a vote on texts that are too long.
    static final int TOO_LONG = Abstention.TOO_LONG.bit() << 2 | 1;

    private final Rule rule;
    private final SlotValues slots;
    private final Voter voter;
    private final Optional<SingleJudge> single;
    private final List<Leaf> leaves;
    private final SearchCompiler searches;

    CompiledRule(
            Rule rule,
            SlotValues slots,
            Voter voter,
            Optional<SingleJudge> single,
            List<Leaf> leaves,
            SearchCompiler searches) {
        this.rule = rule;
        this.slots = slots;
        this.voter = voter;
        this.single = single;
        this.leaves = leaves;
        this.searches = searches;
    }

    /// A vote and, where it could not be told, why.
    ///
    /// @param value +1 for the first response, -1 for the second, 0 for neither
    public record Vote(int value, Set<Abstention> reasons) {}

    public Rule rule() {
        return rule;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /// Makes the patterns ready that the rule may look for.
    void prepare() {
        searches.prepare();
    }

    public SlotValues slots() {
        return slots;
    }

    /// +1 where the first response is better, -1 where the second is, 0 to abstain.
    public int vote(PairText pair) {
        return vote(PairFeatures.of(pair));
    }

    /// The same on texts of which something may be known already.
    public int vote(PairFeatures pair) {
        return (code(pair) & 3) - 1;
    }

    /// The vote with its reasons.
    public Vote explain(PairFeatures pair) {
        int code = code(pair);
        Set<Abstention> reasons = EnumSet.noneOf(Abstention.class);
        for (Abstention reason : Abstention.values()) {
            if ((code >>> 2 & reason.bit()) != 0) {
                reasons.add(reason);
            }
        }
        return new Vote((code & 3) - 1, reasons);
    }

    /// The vote plus 1 in the lowest two bits, above them the bits of the reasons.
    int code(PairFeatures pair) {
        if (pair.isTooLong()) {
            return TOO_LONG;
        }
        prepare();
        return code(Frame.of(pair));
    }

    int code(Frame frame) {
        int vote = voter.vote(frame);
        return vote == Voter.UNKNOWN ? frame.problems << 2 | 1 : vote + 1;
    }

    /// What the rule says of one response alone: +1 good, -1 bad, 0 nothing. `prefer` rules say
    /// nothing unless the slot `cutoff` has a value.
    public int judge(TextFeatures prompt, TextFeatures response, TextFeatures source) {
        if (single.isEmpty()) {
            return 0;
        }
        prepare();
        SingleJudge judge = single.get();
        Frame frame = Frame.of(new PairFeatures(prompt, response, response, source));
        if (judge.applies().test(frame) != Truth.TRUE) {
            return 0;
        }
        int good = judge.verdict() == Verdict.GOOD ? 1 : -1;
        return switch (judge.condition().test(frame)) {
            case TRUE -> good;
            case FALSE -> judge.twoSided() ? -good : 0;
            case UNKNOWN -> 0;
        };
    }

    /// Whether one response keeps to the rule. A rule whose condition asks something of the prompt
    /// applies only where that holds.
    public Satisfaction satisfaction(
            TextFeatures prompt, TextFeatures response, TextFeatures source) {
        if (single.isEmpty()) {
            return Satisfaction.NOT_APPLICABLE;
        }
        prepare();
        SingleJudge judge = single.get();
        Frame frame = Frame.of(new PairFeatures(prompt, response, response, source));
        Truth applies = judge.applies().test(frame);
        if (applies != Truth.TRUE) {
            return applies == Truth.FALSE ? Satisfaction.NOT_APPLICABLE : Satisfaction.UNKNOWN;
        }
        boolean good = judge.verdict() == Verdict.GOOD;
        return switch (judge.condition().test(frame)) {
            case TRUE -> good ? Satisfaction.MET : Satisfaction.VIOLATED;
            case FALSE -> good ? Satisfaction.VIOLATED : Satisfaction.MET;
            case UNKNOWN -> Satisfaction.UNKNOWN;
        };
    }
}
