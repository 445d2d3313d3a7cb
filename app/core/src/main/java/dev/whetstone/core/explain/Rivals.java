package dev.whetstone.core.explain;

import dev.whetstone.core.lf.Arg;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Second readings that nobody needs to be asked about: those that only say less well what a
/// cheaper reading of the same sentence says.
///
/// Such a reading looks for words as they stand which the other understands; or speaks of nothing
/// that the other does not speak of; or tests all that the other tests and one thing besides.
public final class Rivals {
    private Rivals() {}

    /// The readings without the needless ones. One whose better does not speak for the chosen reply
    /// stays where it does so itself: then the pair decides.
    ///
    /// @param readings best first
    /// @param supported whether a rule votes for the reply that was chosen on the pair explained
    public static List<Reading> needed(List<Reading> readings, Predicate<Rule> supported) {
        List<Reading> kept = new ArrayList<>();
        for (Reading reading : readings) {
            List<Reading> better =
                    kept.stream().filter(known -> saysNoMore(reading, known)).toList();
            boolean decides =
                    !better.isEmpty()
                            && supported.test(reading.rule())
                            && better.stream().noneMatch(known -> supported.test(known.rule()));
            if (better.isEmpty() || decides) {
                kept.add(reading);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean saysNoMore(Reading reading, Reading better) {
        return reading.also().size() <= better.also().size()
                && saysNoMore(reading.rule(), better.rule());
    }

    /// Whether a rule says nothing that a better reading of the same words does not say.
    static boolean saysNoMore(Rule rule, Rule better) {
        Set<String> literals = literals(rule);
        Set<String> known = literals(better);
        return (literals.size() > known.size() && literals.containsAll(known))
                || sameWords(rule, better)
                || subjects(better).containsAll(subjects(rule))
                || (!tests(better).isEmpty() && tests(rule).containsAll(tests(better)));
    }

    /// "trainer" and "speak to * trainer" are looked for in the same place.
    private static boolean sameWords(Rule rule, Rule better) {
        Set<String> literals = literals(rule);
        Set<String> known = literals(better);
        Set<Object> others = subjects(rule);
        others.removeAll(literals);
        return !known.isEmpty()
                && literals.stream().allMatch(one -> known.stream().anyMatch(k -> overlap(one, k)))
                && subjects(better).containsAll(others);
    }

    private static boolean overlap(String one, String other) {
        return (" " + one + " ").contains(" " + other + " ")
                || (" " + other + " ").contains(" " + one + " ");
    }

    /// What a rule speaks of: the words and values it looks for, what it measures, which part it
    /// looks at. To ask for a thing is another matter than to speak of it.
    private static Set<Object> subjects(Rule rule) {
        Set<Object> found = new HashSet<>();
        List<Arg> asked = new ArrayList<>();
        List<Arg> named = new ArrayList<>();
        dev.whetstone.core.lf.Terms.visit(
                rule,
                term -> {
                    switch (term) {
                        case Call call when call.function() == Function.ASKS_USER_FOR -> {
                            found.add(call);
                            asked.add(call.args().get(1));
                        }
                        case Call(var function, var args) -> {
                            if (measures(args)) {
                                found.add(function);
                            }
                        }
                        case Choice choice -> found.add(choice);
                        case Pattern pattern -> named.add(pattern);
                        default -> {}
                    }
                });
        asked.forEach(named::remove);
        named.forEach(
                pattern ->
                        found.add(
                                pattern instanceof Pattern.Literal(var text)
                                        ? bare(text)
                                        : pattern));
        return found;
    }

    /// A call without anything to look for is what is measured itself.
    private static boolean measures(List<Arg> args) {
        return args.stream().allMatch(arg -> arg instanceof Scope);
    }

    private static Set<String> literals(Rule rule) {
        Set<String> found = new HashSet<>();
        dev.whetstone.core.lf.Terms.visit(
                rule,
                term -> {
                    if (term instanceof Pattern.Literal(var text)) {
                        found.add(bare(text));
                    }
                });
        return found;
    }

    private static String bare(String literal) {
        return literal.replace("~", "").toLowerCase(Locale.ROOT);
    }

    /// What a rule tests, part by part; a mention is words that are there, and fitted values have
    /// no names. None of a rule that compares.
    private static Set<Bool> tests(Rule rule) {
        Set<Bool> found = new HashSet<>();
        switch (rule) {
            case Rule.Judge(_, var when) -> collect(when, found);
            case Rule.Over(var when) -> collect(when, found);
            case Rule.Prefer _ -> {}
        }
        return found;
    }

    private static void collect(Bool bool, Set<Bool> found) {
        if (bool instanceof Bool.And(var operands)) {
            operands.forEach(operand -> collect(operand, found));
        } else {
            found.add(
                    plain(
                            (Bool)
                                    dev.whetstone.core.lf.Terms.map(
                                            bool, scope -> scope, slot -> Terms.THRESHOLD)));
        }
    }

    private static Bool plain(Bool bool) {
        return switch (bool) {
            case Bool.Not(var inner) -> new Bool.Not(plain(inner));
            case Call(var function, var args) when function == Function.MENTIONS ->
                    new Call(Function.CONTAINS, args);
            default -> bool;
        };
    }
}
