package dev.whetstone.services.explain;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.lf.Scopes;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.text.Spans;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.entity.Entities;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.core.text.match.RegexFinder;
import dev.whetstone.core.text.match.UnionFinder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a rule looks for in a reply.
final class RuleParts {
    /// Whether words are found in any regular inflection.
    enum Forms {
        AS_WRITTEN,
        INFLECTED
    }

    private RuleParts() {}

    /// The conditions and measures that a rule is made of.
    static List<Arg> terms(Rule rule) {
        return switch (rule) {
            case Rule.Judge(_, var when) -> List.of(when);
            case Rule.Over(var when) -> List.of(when);
            case Rule.Prefer(_, var measure, _, Gate.Always()) -> List.of(measure);
            case Rule.Prefer(_, var measure, _, Gate.When(var condition)) ->
                    List.of(measure, condition);
        };
    }

    /// The patterns that it looks for in replies, in the order of its text.
    static Set<Pattern> patterns(Rule rule) {
        Set<Pattern> found = new LinkedHashSet<>();
        calls(rule).forEach(call -> found.addAll(patterns(call)));
        return found;
    }

    /// Where a reply has what the rules look for.
    static Spans places(List<Rule> rules, String reply, Concepts concepts) {
        TextFeatures text = new TextFeatures(reply);
        Spans.Builder found = new Spans.Builder();
        for (Rule rule : rules) {
            for (Call call : calls(rule)) {
                Forms forms =
                        call.function() == Function.MENTIONS ? Forms.INFLECTED : Forms.AS_WRITTEN;
                for (Pattern pattern : patterns(call)) {
                    Spans spans = finder(pattern, forms, concepts).find(text);
                    for (int i = 0; i < spans.count(); i++) {
                        found.add(spans.start(i), spans.end(i));
                    }
                }
            }
        }
        return found.build();
    }

    private static List<Call> calls(Rule rule) {
        List<Call> calls = new ArrayList<>();
        for (Arg term : terms(rule)) {
            Terms.visit(
                    term,
                    each -> {
                        if (each instanceof Call call
                                && !Scopes.of(call).equals(Set.of(Scope.PROMPT))) {
                            calls.add(call);
                        }
                    });
        }
        return calls;
    }

    private static List<Pattern> patterns(Call call) {
        return call.args().stream()
                .filter(Pattern.class::isInstance)
                .filter(arg -> !(arg instanceof Call))
                .map(Pattern.class::cast)
                .toList();
    }

    static Finder finder(Pattern pattern, Forms forms, Concepts concepts) {
        return switch (pattern) {
            case Pattern.Literal(var text) ->
                    forms == Forms.INFLECTED
                            ? LiteralFinder.inflected(text)
                            : LiteralFinder.of(text);
            case Pattern.Regex(var source) -> RegexFinder.of(source);
            case Pattern.AnyOf(var literals) -> union(literals, forms, concepts);
            case Pattern.Concept(var name) -> union(concepts.of(name), forms, concepts);
            case Pattern.Entity(var type) -> Entities.finder(type);
            case Pattern.Structure(var type) -> text -> text.structure().places(type);
            case Call _ -> _ -> Spans.NONE;
        };
    }

    private static Finder union(List<? extends Pattern> patterns, Forms forms, Concepts concepts) {
        return new UnionFinder(
                patterns.stream().map(each -> finder(each, forms, concepts)).toList());
    }
}
