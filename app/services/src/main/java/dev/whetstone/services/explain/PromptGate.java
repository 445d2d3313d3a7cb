package dev.whetstone.services.explain;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.text.TextFeatures;
import java.util.Optional;

/// A rule with a condition on the message: it votes only where the message mentions what the rule
/// speaks of.
///
/// @param words what the message has to mention
record PromptGate(Rule rule, String words) {

    /// Of the first words of the rule that the message mentions too; empty for a rule that looks at
    /// the message already.
    static Optional<PromptGate> of(Rule rule, String prompt, Concepts concepts) {
        if (RuleParts.terms(rule).stream()
                .anyMatch(term -> Scopes.of(term).contains(Scope.PROMPT))) {
            return Optional.empty();
        }
        TextFeatures message = new TextFeatures(prompt);
        return RuleParts.patterns(rule).stream()
                .filter(PromptGate::hasWords)
                .filter(
                        pattern ->
                                RuleParts.finder(pattern, RuleParts.Forms.INFLECTED, concepts)
                                        .occursIn(message))
                .findFirst()
                .map(pattern -> new PromptGate(gated(rule, pattern), words(pattern)));
    }

    private static boolean hasWords(Pattern pattern) {
        return pattern instanceof Pattern.Literal || pattern instanceof Pattern.Concept;
    }

    private static Rule gated(Rule rule, Pattern pattern) {
        Bool gate = Call.of(Function.MENTIONS, Scope.PROMPT, (Arg) pattern);
        return switch (rule) {
            case Rule.Judge(var verdict, var when) -> new Rule.Judge(verdict, Bool.and(gate, when));
            case Rule.Over(var when) -> new Rule.Over(Bool.and(gate, when));
            case Rule.Prefer(var direction, var measure, var margin, var known) ->
                    new Rule.Prefer(
                            direction,
                            measure,
                            margin,
                            new Gate.When(
                                    switch (known) {
                                        case Gate.Always() -> gate;
                                        case Gate.When(var condition) -> Bool.and(gate, condition);
                                    }));
        };
    }

    private static String words(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Literal(var text) -> text.replace("~", "");
            case Pattern.Concept(var name) -> name.replace('_', ' ');
            default -> "";
        };
    }
}
