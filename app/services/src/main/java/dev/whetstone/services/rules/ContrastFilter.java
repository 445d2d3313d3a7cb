package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.RuleTypeException;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.english.RuleEnglish;
import dev.whetstone.core.lf.vote.CompiledRule;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.core.lf.vote.RuleCompiler;
import dev.whetstone.core.lf.vote.Satisfaction;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Finding.Kind;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a rule on the pair that it was written on, and at how often its condition holds for
/// both replies.
final class ContrastFilter {
    private static final double MOSTLY = .5;

    private final Ballot ballot;
    private final List<PairFeatures> features;
    private final RuleCompiler compiler;

    ContrastFilter(Ballot ballot, List<PairFeatures> features, RuleCompiler compiler) {
        this.ballot = ballot;
        this.features = features;
        this.compiler = compiler;
    }

    void check(Examined rule, List<Finding> findings) {
        for (int row : rule.ownPairs()) {
            int side = ballot.choices().side(row);
            if (side != 0 && rule.vote(row) * side <= 0) {
                findings.add(
                        new Finding(
                                Kind.OWN_PAIR,
                                rule.vote(row) != 0
                                        ? "votes for the other reply of the pair it was written on"
                                        : "does not tell the two replies apart that it was written on"
                                                + because(rule, features.get(row)),
                                List.of(ballot.pairs().get(row).ref())));
            }
        }
        if (rule.rule() instanceof Rule.Judge) {
            contrast(rule, findings);
        }
    }

    private void contrast(Examined rule, List<Finding> findings) {
        CompiledRule compiled = compiler.compile(rule.rule(), rule.slots());
        List<PairRef> both = new ArrayList<>();
        int applies = 0;
        for (int row = 0; row < features.size(); row++) {
            PairFeatures pair = features.get(row);
            Satisfaction a = of(compiled, pair, pair.first());
            applies += a == Satisfaction.NOT_APPLICABLE ? 0 : 1;
            if (holds(rule, a) && holds(rule, of(compiled, pair, pair.second()))) {
                both.add(ballot.pairs().get(row).ref());
            }
        }
        if (applies > 1 && both.size() > MOSTLY * applies) {
            findings.add(
                    new Finding(
                            Kind.CONTRAST,
                            "holds for both replies on "
                                    + both.size()
                                    + " of the "
                                    + FilterBank.pairs(applies)
                                    + " it is about, where it cannot say which is better",
                            both));
        }
    }

    private static boolean holds(Examined rule, Satisfaction found) {
        boolean good = rule.rule() instanceof Rule.Judge(var verdict, _) && verdict == Verdict.GOOD;
        return found == (good ? Satisfaction.MET : Satisfaction.VIOLATED);
    }

    private static Satisfaction of(CompiledRule rule, PairFeatures pair, TextFeatures response) {
        return rule.satisfaction(pair.prompt(), response, pair.source());
    }

    /// Which part of the condition is true, or false, of both replies.
    private String because(Examined rule, PairFeatures pair) {
        if (!(rule.rule() instanceof Rule.Judge(_, var when))) {
            return "";
        }
        for (Bool part : parts(when)) {
            Optional<String> reason = reason(part, rule, pair);
            if (reason.isPresent()) {
                return ": " + reason.get();
            }
        }
        return "";
    }

    private static List<Bool> parts(Bool when) {
        return when instanceof Bool.And(var operands) ? operands : List.of(when);
    }

    private Optional<String> reason(Bool part, Examined rule, PairFeatures pair) {
        try {
            CompiledRule alone = compiler.compile(new Rule.Judge(Verdict.GOOD, part), rule.slots());
            int first = alone.judge(pair.prompt(), pair.first(), pair.source());
            int second = alone.judge(pair.prompt(), pair.second(), pair.source());
            String clause = RuleEnglish.condition(part, rule.slots());
            return first == second && (first == 0 || parts(rule).size() == 1)
                    ? Optional.of(
                            "“"
                                    + clause
                                    + "” is "
                                    + (first == 0 ? "false of both" : "true of both"))
                    : Optional.empty();
        } catch (RuleTypeException ofThePromptAlone) {
            return Optional.empty();
        }
    }

    private static List<Bool> parts(Examined rule) {
        return rule.rule() instanceof Rule.Judge(_, var when) ? parts(when) : List.of();
    }
}
