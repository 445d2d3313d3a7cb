package dev.whetstone.core.lf.vote;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.text.TextFeatures;
import dev.whetstone.core.text.entity.Entities;
import dev.whetstone.core.text.entity.Names;
import dev.whetstone.core.text.match.Finder;
import dev.whetstone.core.text.match.LiteralFinder;
import dev.whetstone.core.text.match.LiteralIndex;
import dev.whetstone.core.text.match.RegexFinder;
import dev.whetstone.core.text.match.UnionFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Makes finders of patterns; rules that share a pattern share its finder.
final class SearchCompiler {
    /// Whether words match in any regular inflection.
    enum Forms {
        AS_WRITTEN,
        INFLECTED
    }

    private record Key(Pattern pattern, Forms forms) {}

    private final Concepts concepts;
    private final LiteralIndex literals = new LiteralIndex();
    private final Map<Key, Finder> finders = new ConcurrentHashMap<>();
    private final Queue<RegexFinder> waiting = new ConcurrentLinkedQueue<>();

    SearchCompiler(Concepts concepts) {
        this.concepts = concepts;
    }

    Code.Search compile(Arg pattern, Forms forms, Code.Text namesOf) {
        if (pattern instanceof Call call && call.function() == Function.NAMES_IN) {
            return frame -> {
                TextFeatures text = namesOf.in(frame);
                return text == null ? null : Names.peopleIn(text);
            };
        }
        if (pattern instanceof Pattern.Concept(var name) && concepts.of(name).isEmpty()) {
            return frame -> {
                frame.report(Abstention.EMPTY_CONCEPT);
                return null;
            };
        }
        Finder finder = finder((Pattern) pattern, forms);
        return _ -> finder;
    }

    private Finder finder(Pattern pattern, Forms forms) {
        Key key = new Key(pattern, forms);
        Finder known = finders.get(key);
        if (known == null) {
            known = make(pattern, forms);
            finders.put(key, known);
        }
        return known;
    }

    private Finder make(Pattern pattern, Forms forms) {
        return switch (pattern) {
            case Pattern.Literal(var text) ->
                    forms == Forms.INFLECTED
                            ? LiteralFinder.inflected(text)
                            : LiteralFinder.of(text);
            case Pattern.Regex(var source) -> expression(source);
            case Pattern.AnyOf(var literals) -> union(literals, forms);
            case Pattern.Concept(var name) -> union(concepts.of(name), forms);
            case Pattern.Entity(var type) -> Entities.finder(type);
            case Pattern.Structure(var type) -> text -> text.structure().places(type);
            case Call call -> throw new IllegalStateException("not a fixed pattern: " + call);
        };
    }

    private Finder expression(String source) {
        RegexFinder finder = RegexFinder.of(source, literals);
        waiting.add(finder);
        return finder;
    }

    /// Makes all expressions ready, before the first text is read: the literals of all are then
    /// looked for together. Where only kept values are read this is never needed.
    void prepare() {
        if (!waiting.isEmpty()) {
            prepareAll();
        }
    }

    private synchronized void prepareAll() {
        for (RegexFinder next = waiting.peek(); next != null; next = waiting.peek()) {
            next.prepare();
            waiting.remove(next);
        }
    }

    private Finder union(List<? extends Pattern> patterns, Forms forms) {
        List<Finder> parts = new ArrayList<>();
        patterns.forEach(pattern -> parts.add(finder(pattern, forms)));
        return new UnionFinder(parts);
    }

    /// The domains that a pattern lists, in lower case without `www.`; expressions are no domains.
    Set<String> domains(Arg pattern) {
        Set<String> domains = new TreeSet<>();
        switch (pattern) {
            case Pattern.Literal(var text) -> domains.add(domain(text));
            case Pattern.AnyOf(var literals) ->
                    literals.forEach(literal -> domains.add(domain(literal.text())));
            case Pattern.Concept(var name) ->
                    concepts.of(name).forEach(seed -> domains.addAll(domains(seed)));
            default -> {}
        }
        return domains;
    }

    private static String domain(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
