package dev.whetstone.core.lf.vote;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Margin;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.SlotDefaults;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Verdict;

/// Compiles rules against a set of concepts. Rules of one compiler share their patterns' finders.
public final class RuleCompiler {
    private final Concepts concepts;
    private final Detectors detectors;
    private final SearchCompiler searches;

    /// Rules that ask a detector abstain.
    public RuleCompiler(Concepts concepts) {
        this(concepts, Detectors.NONE);
    }

    public RuleCompiler(Concepts concepts, Detectors detectors) {
        this.concepts = concepts;
        this.detectors = detectors;
        this.searches = new SearchCompiler(concepts);
    }

    /// Compiles with the starting values of the rule's slots.
    public CompiledRule compile(Rule rule) {
        return compile(rule, SlotDefaults.of(rule));
    }

    /// Compiles with fitted values; where a slot has none the rule abstains.
    public CompiledRule compile(Rule rule, SlotValues slots) {
        Leaves leaves = new Leaves(concepts, detectors);
        ConditionCompiler compiler =
                new ConditionCompiler(concepts, detectors, slots, searches, leaves);
        Voter voter =
                switch (rule) {
                    case Rule.Judge(var verdict, var when) ->
                            new Voter.Contrast(verdict, compiler.compile(when));
                    case Rule.Over(var when) ->
                            new Voter.Contrast(Verdict.GOOD, compiler.compile(when));
                    case Rule.Prefer prefer -> measured(prefer, compiler, slots);
                };
        var single = SingleJudge.of(rule, compiler, slots);
        return new CompiledRule(rule, slots, voter, single, leaves.all(), searches);
    }

    private static Voter measured(
            Rule.Prefer prefer, ConditionCompiler compiler, SlotValues slots) {
        Code.Measure margin =
                switch (prefer.margin()) {
                    case Margin.Any() -> _ -> 0;
                    case Margin.By(double value) -> _ -> value;
                    case Margin.ByPercent(double percent) -> _ -> percent / 100;
                    case Margin.BySlot(var slot) -> compiler.measure(slot);
                };
        boolean relative = prefer.margin() instanceof Margin.ByPercent;
        Code.Condition gate =
                switch (prefer.gate()) {
                    case Gate.Always() -> _ -> Truth.TRUE;
                    case Gate.When(var condition) -> compiler.compile(condition);
                };
        boolean gateOnResponse =
                prefer.gate() instanceof Gate.When(var condition)
                        && Scopes.of(condition).contains(Scope.RESPONSE);
        return new Voter.Measured(
                prefer.direction(),
                compiler.measure(prefer.measure()),
                margin,
                relative,
                gate,
                gateOnResponse);
    }
}
