package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;
import static dev.whetstone.core.explain.Grammar.single;

import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Pattern;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values that the prompt or the source does not have: invented numbers, wrong references.
final class NoveltyRules {
    /// Word lists whose matches are values, each of one case or contract.
    private static final Set<String> IDENTIFIERS =
            Set.of("claim_ref", "policy_number", "section_no");

    /// Words that are an amount of money wherever one is invented or wrong.
    private static final Set<String> SUMS =
            Set.of(
                    "rent",
                    "fare",
                    "salary",
                    "wage",
                    "tuition",
                    "bonus",
                    "balance",
                    "bill",
                    "toll",
                    "rebate",
                    "discount",
                    "quote",
                    "tariff",
                    "subsidy",
                    "grant",
                    "pension",
                    "debt",
                    "salaries",
                    "wages",
                    "fares",
                    "rents",
                    "bills");

    private NoveltyRules() {}

    static void addTo(Grammar g) {
        novelty(g);
        wrong(g);
    }

    /// "a premium that is not in the message": values that the base text does not have.
    private static void novelty(Grammar g) {
        Production.Combine fromPrompt =
                from(0, Things.class, t -> novel(t, Scope.PROMPT, Relation.AT_LEAST, 1));
        Production.Combine fromSource =
                from(0, Things.class, t -> novel(t, Scope.SOURCE, Relation.AT_LEAST, 1));
        for (Category base : List.of(PROMPT, SOURCE)) {
            Production.Combine combine = base == PROMPT ? fromPrompt : fromSource;
            g.add(TEST, 0, combine, NP, THAT, BE, NOT, IN, base);
            g.add(TEST, 0, combine, NP, BE, NOT, IN, base);
            g.add(TEST, 0, combine, NP, NOT, IN, base);
            // "a date which I can't find in the letter"
            for (List<Category> not : List.of(List.of(WILL, NOT), List.of(DO, NOT), List.of(NOT))) {
                for (List<Category> that : List.of(List.<Category>of(), List.of(THAT))) {
                    List<Category> parts = new ArrayList<>(List.of(NP));
                    parts.addAll(that);
                    parts.add(WE);
                    parts.addAll(not);
                    parts.addAll(List.of(V_SEE, IN, base));
                    g.add(TEST, 0, combine, parts.toArray(Category[]::new));
                }
            }
            // "a discount that was never mentioned by the customer"
            for (Category by : base == PROMPT ? List.of(PROMPT, CUSTOMER) : List.of(base)) {
                for (Category verb : List.of(V_MENTION, V_STATE, V_HAVE)) {
                    g.add(TEST, -0.1, combine, NP, BE, NOT, verb, BY, by);
                    g.add(TEST, -0.1, combine, NP, NOT, verb, BY, by);
                }
            }
            Production.Combine values =
                    from(
                            0,
                            Things.class,
                            t -> unknownWords(t) ? List.of() : combine.apply(List.of(t)));
            g.add(TEST, 0, values, NP, NOT, FROM, base);
            g.add(TEST, 0, values, NP, THAT, BE, NOT, FROM, base);
            g.add(TEST, 0, values, NP, BE, NOT, FROM, base);
        }
    }

    private static boolean unknownWords(Things things) {
        return things.things().stream().anyMatch(NounRules::isLiteral);
    }

    /// "The claim reference is wrong": another one than the prompt gives.
    private static void wrong(Grammar g) {
        Production.Combine other = from(1, Things.class, NoveltyRules::differing);
        g.add(TEST, 0, other, WRONG, NP);
        g.add(TEST, 0, from(2, Things.class, NoveltyRules::differing), DET, WRONG, NP);
        // "a different number than the customer"
        for (Category than : List.of(THAN, FROM)) {
            for (Category base : List.of(PROMPT, CUSTOMER)) {
                g.add(TEST, -0.1, other, DIFFERENT, NP, than, base);
                g.add(
                        TEST,
                        -0.1,
                        from(2, Things.class, NoveltyRules::differing),
                        DET,
                        DIFFERENT,
                        NP,
                        than,
                        base);
            }
        }
        g.add(TEST, 0, from(0, Things.class, NoveltyRules::differing), NP, BE, WRONG);
        g.add(TEST, 0, from(0, Things.class, NoveltyRules::differing), NP, BE, NOT, RIGHT);
    }

    private static List<Meaning> differing(Things things) {
        return single(things).stream().allMatch(NoveltyRules::identifies)
                ? novel(things, Scope.PROMPT, Relation.AT_LEAST, 1)
                : List.of();
    }

    /// Whether what is found is a value that can be another one: a number, a name, a reference.
    private static boolean identifies(Thing thing) {
        return thing instanceof Thing.Entity
                || isLinks(thing)
                || (thing instanceof Thing.Words(Pattern.Concept(var name), _)
                        && IDENTIFIERS.contains(name));
    }

    /// "flight number", "departure date": values of a kind that the last word names.
    private static @Nullable EntityType headEntity(Thing thing) {
        if (!(thing instanceof Thing.Words(Pattern.Literal(var text), _))) {
            return null;
        }
        if (!text.contains(" ")) {
            return SUMS.contains(text) ? EntityType.MONEY : null;
        }
        return switch (text.substring(text.lastIndexOf(' ') + 1)) {
            case "number", "numbers", "code", "codes", "figure", "figures", "id", "score" ->
                    EntityType.NUMBER;
            case "date", "dates" -> EntityType.DATE;
            case "price",
                    "prices",
                    "amount",
                    "amounts",
                    "salary",
                    "fee",
                    "fees",
                    "cost",
                    "costs",
                    "rent",
                    "fare",
                    "balance" ->
                    EntityType.MONEY;
            case "rate", "rates", "percentage", "quota" -> EntityType.PERCENT;
            case "name", "names" -> EntityType.ENTITY;
            case "dose", "doses", "dosage" -> EntityType.DOSAGE;
            default -> null;
        };
    }

    private static boolean isLinks(Thing thing) {
        return thing instanceof Thing.Counted(Call(var function, _), _)
                && function == Function.LINKS;
    }

    private static Pattern values(Thing thing) {
        return isLinks(thing)
                ? new Pattern.Entity(EntityType.URL)
                : Terms.pattern(thing).orElseThrow();
    }

    static List<Meaning> novel(Things things, Scope base, Relation relation, double value) {
        List<Meaning> found = new ArrayList<>();
        for (Thing thing : single(things)) {
            if (identifies(thing) || headEntity(thing) != null) {
                EntityType type = headEntity(thing);
                Pattern kind = type == null ? values(thing) : new Pattern.Entity(type);
                Num novel = Terms.novel(kind, Scope.RESPONSE, base);
                found.add(new Meaning.Test(Terms.compare(novel, relation, value), Leaning.BLEMISH));
            } else if (thing instanceof Thing.Words(var pattern, _)
                    && !(pattern instanceof Call)
                    && (base == Scope.PROMPT || thing instanceof Thing.Words w && w.literal())) {
                found.add(
                        new Meaning.Test(
                                dev.whetstone.core.lf.Bool.and(
                                        Terms.present(thing, Scope.RESPONSE),
                                        dev.whetstone.core.lf.Bool.not(Terms.present(thing, base))),
                                Leaning.BLEMISH));
            }
        }
        return found;
    }
}
