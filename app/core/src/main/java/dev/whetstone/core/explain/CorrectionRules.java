package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;

import dev.whetstone.core.explain.Meaning.Amount;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Role;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Pattern;
import java.util.ArrayList;
import java.util.List;

/// Corrections of a value: "the fee is wrong, it's $35 not $25" means that $25 stands near the fee.
final class CorrectionRules {
    /// The wrong value stands so near what it is given for.
    private static final int CLOSE = 12;

    /// A number without a sign is more likely a count.
    private static final double PLAIN_NUMBER = 0.1;

    private CorrectionRules() {}

    static void addTo(Grammar g) {
        // the two values in either order, the wrong one told by "not"
        for (List<Category> value : VALUES) {
            for (List<Category> not :
                    List.of(List.of(NOT), List.of(COMMA, NOT), List.of(AND, NOT))) {
                stated(g, joined(value, not, value), value.size());
            }
            for (Category instead : List.of(INSTEAD, THAN)) {
                stated(g, joined(value, List.of(instead), value), value.size());
            }
        }
    }

    /// An amount with a sign, a number, a number with its unit.
    private static final List<List<Category>> VALUES =
            List.of(List.of(NP), List.of(NUMBER), List.of(NUMBER, PERIOD));

    private static void stated(Grammar g, List<Category> values, int wrongSize) {
        double cost = values.contains(NP) ? 0 : PLAIN_NUMBER;
        for (List<Category> is : List.of(List.of(BE), List.of(OUGHT, BE))) {
            for (Category verdict : List.of(POLARITY, WRONG, ADJ)) {
                List<Category> parts = joined(List.of(NP, BE, verdict, COMMA, SUBJECT), is, values);
                g.add(CLAUSE, cost, m -> wrong(m, wrongSize), parts.toArray(Category[]::new));
            }
            // "the fee's wrong: $12, not $15"
            if (is.size() == 1) {
                List<Category> bare = joined(List.of(NP, BE, WRONG, COMMA), List.of(), values);
                g.add(CLAUSE, cost, m -> wrong(m, wrongSize), bare.toArray(Category[]::new));
            }
            // "wrong fee: should be $12, not $15"
            for (List<Category> who : List.of(List.<Category>of(), List.of(SUBJECT))) {
                List<Category> headline = new ArrayList<>(List.of(WRONG, NP, COMMA));
                headline.addAll(who);
                List<Category> corrected = joined(headline, is, values);
                g.add(
                        CLAUSE,
                        cost,
                        m -> wrong(m.subList(1, m.size()), wrongSize),
                        corrected.toArray(Category[]::new));
            }
            List<Category> parts = joined(List.of(NP), is, values);
            g.add(CLAUSE, 0.05 + cost, m -> wrong(m, wrongSize), parts.toArray(Category[]::new));
        }
    }

    private static List<Category> joined(
            List<Category> first, List<Category> second, List<Category> third) {
        List<Category> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }

    private static List<Meaning> wrong(List<Meaning> parts, int wrongSize) {
        List<Meaning> found = new ArrayList<>();
        List<Meaning> value = parts.subList(parts.size() - wrongSize, parts.size());
        for (Thing topic : Grammar.single((Things) parts.getFirst())) {
            for (Pattern about : Terms.pattern(topic).stream().toList()) {
                for (Pattern said : literal(value)) {
                    found.addAll(
                            ClauseRules.said(Role.IT, PredicateRules.near(about, said, CLOSE)));
                }
            }
        }
        return found;
    }

    /// What was written of the value, to be looked for as it stands.
    private static List<Pattern> literal(List<Meaning> value) {
        return switch (value.getFirst()) {
            case Things things ->
                    Grammar.single(things).stream()
                            .filter(NounRules::isLiteral)
                            .flatMap(thing -> Terms.pattern(thing).stream())
                            .toList();
            case Amount(var number) when number == Math.rint(number) ->
                    List.of(
                            new Pattern.Literal(
                                    value.getLast() instanceof Name(var unit)
                                            ? (long) number + " " + unit
                                            : Long.toString((long) number)));
            default -> List.of();
        };
    }
}
