package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Degree;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Quality;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Wish;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.text.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/// Adjectives and comparisons: what a reply is like, alone or beside the other.
final class QualityRules {
    private QualityRules() {}

    static void addTo(Grammar g) {
        descriptions(g);
        predicates(g);
    }

    private static void descriptions(Grammar g) {
        g.add(DESCRIPTION, 0, from(0, Quality.class, QualityRules::plain), ADJ);
        for (Category degree : List.of(TOO, MORE)) {
            g.add(DESCRIPTION, 0, from(1, Quality.class, q -> plain(q, degree)), degree, ADJ);
        }
        g.add(DESCRIPTION, 0, from(0, Quality.class, q -> plain(q, MORE)), COMPARATIVE);
        g.add(DESCRIPTION, 0.02, from(1, Quality.class, q -> plain(q, MORE)), TOO, COMPARATIVE);
        g.add(DESCRIPTION, 0, from(1, Quality.class, q -> plain(opposite(q), MORE)), LESS, ADJ);
        g.add(DESCRIPTION, 0, from(0, Quality.class, QualityRules::plain), ADJ, ENOUGH);
        g.add(DESCRIPTION, 0, from(0, Quality.class, QualityRules::plain), ADJ, TONEWORD);
        g.add(DESCRIPTION, 0, from(0, Quality.class, q -> plain(q, MORE)), COMPARATIVE, TONEWORD);
        for (Category degree : List.of(TOO, MORE)) {
            g.add(
                    DESCRIPTION,
                    0,
                    from(1, Quality.class, q -> plain(q, degree)),
                    degree,
                    ADJ,
                    TONEWORD);
        }
        g.add(DESCRIPTION, 0, from(1, Quality.class, QualityRules::plain), DET, ADJ, TONEWORD);
        g.add(DESCRIPTION, 0, from(3, Quality.class, QualityRules::plain), DET, TONEWORD, BE, ADJ);
        for (Category degree : List.of(TOO, MORE)) {
            g.add(
                    DESCRIPTION,
                    0,
                    from(4, Quality.class, q -> plain(q, degree)),
                    DET,
                    TONEWORD,
                    BE,
                    degree,
                    ADJ);
        }
        g.pass(DESCRIPTION, 0, 1, DET, DESCRIPTION, ONE);
        g.pass(DESCRIPTION, 0.02, 1, IN, DESCRIPTION);
        g.add(
                TEST,
                0.1,
                from(0, Degree.class, 1, Test.class, QualityRules::beside),
                DESCRIPTION,
                TEST);
        g.pass(DESCRIPTION, 0, 0, DESCRIPTION, THAN, DET, OTHER);
        g.pass(DESCRIPTION, 0, 0, DESCRIPTION, THAN, OTHER);
        g.pass(DESCRIPTION, 0, 0, DESCRIPTION, THAN, ROLE);
        g.pass(DESCRIPTION, 0.02, 0, DESCRIPTION, FOR, CUSTOMER);
        g.pass(DESCRIPTION, 0.02, 0, DESCRIPTION, FOR, DET, CUSTOMER);
        g.add(DESCRIPTION, 0, from(1, Meaning.class, QualityRules::negate), NOT, DESCRIPTION);
        g.add(DESCRIPTION, 0, joined(Bool::or), DESCRIPTION, OR, DESCRIPTION);
        g.add(DESCRIPTION, 0, joined(Bool::and), DESCRIPTION, AND, DESCRIPTION);
        g.add(
                DESCRIPTION,
                0,
                from(
                        0,
                        Degree.class,
                        2,
                        Degree.class,
                        (a, b) -> a.measure().equals(b.measure()) ? List.of(a) : List.of()),
                DESCRIPTION,
                AND,
                DESCRIPTION);
    }

    /// Two adjectives; two words for one thing are said once.
    private static Production.Combine joined(BinaryOperator<Bool> join) {
        return from(
                0,
                Test.class,
                2,
                Test.class,
                (a, b) ->
                        List.of(
                                a.bool().equals(b.bool())
                                        ? a
                                        : new Test(
                                                join.apply(
                                                        a.bool(), Slots.fresh(b.bool(), a.bool())),
                                                NegationRules.worse(a, b))));
    }

    static List<Meaning> plain(Quality quality) {
        return List.of(
                quality.threshold()
                        ? new Test(threshold(quality), leaning(quality))
                        : new Degree(quality.measure(), quality.high(), Double.NaN, true));
    }

    /// "too rude" is still rude; "more formal" compares even what one reply alone can be.
    static List<Meaning> plain(Quality quality, Category degree) {
        return degree == MORE
                ? List.of(new Degree(quality.measure(), quality.high(), Double.NaN, false))
                : plain(quality);
    }

    /// Less of it than the other reply has.
    static List<Meaning> lesser(Quality quality) {
        return plain(opposite(quality), MORE);
    }

    /// Not enough of it.
    static List<Meaning> lacking(Quality quality) {
        return plain(quality).stream().flatMap(meaning -> negate(meaning).stream()).toList();
    }

    private static Quality opposite(Quality quality) {
        return new Quality(quality.measure(), quality.threshold(), !quality.high());
    }

    static Bool threshold(Quality quality) {
        boolean counted =
                quality.measure() instanceof Call(var function, _) && function == Function.WORDS;
        return new Bool.Compare(
                quality.measure(),
                quality.threshold() && quality.high()
                        ? Relation.AT_LEAST
                        : quality.high() ? Relation.GREATER : Relation.LESS,
                counted ? Terms.COUNT_THRESHOLD : Terms.THRESHOLD);
    }

    /// "too long with no headings": both at once.
    private static List<Meaning> beside(Degree degree, Test test) {
        Bool much = threshold(new Quality(degree.measure(), false, degree.high()));
        return List.of(new Test(Bool.and(much, Slots.fresh(test.bool(), much)), test.leaning()));
    }

    private static Leaning leaning(Quality quality) {
        if (!(quality.measure() instanceof Call(var function, var args))) {
            return Leaning.NEUTRAL;
        }
        boolean ugly =
                function == Function.REPEATED_SHARE
                        || args.contains(new Choice.Manner(Tone.RUDE))
                        || args.contains(new Choice.Manner(Tone.CONDESCENDING))
                        || args.contains(new Choice.Manner(Tone.COLD));
        return ugly == quality.high() ? Leaning.BLEMISH : Leaning.MERIT;
    }

    static List<Meaning> negate(Meaning meaning) {
        return switch (meaning) {
            case Test test -> NegationRules.negate(test);
            case Degree(var measure, var high, var margin, var excess) ->
                    List.of(new Degree(measure, !high, margin, excess));
            default -> List.of();
        };
    }

    private static void predicates(Grammar g) {
        g.pass(VP, 0, 1, BE, DESCRIPTION);
        g.add(VP, 0, from(2, Meaning.class, QualityRules::negate), BE, NOT, DESCRIPTION);
        // "it rambles", "should get to the point"
        g.add(VP, 0, from(0, Quality.class, QualityRules::plain), V_QUALITY);
        // "could have been half as long"
        g.add(
                VP,
                0,
                m ->
                        m.get(4) instanceof Quality quality && !quality.threshold()
                                ? plain(quality)
                                : List.of(),
                OUGHT,
                BE,
                HALF,
                AS,
                ADJ);
        g.pass(VP, 0, 1, V_HAVE, DESCRIPTION);
        // "stays polite", "kind of condescending"
        g.pass(VP, 0, 1, V_STAY, DESCRIPTION);
        g.pass(VP, 0.02, 1, TOO, PRED);
        // "an arrogant tone"
        g.pass(DESCRIPTION, 0.05, 0, PRED, TONEWORD);
        g.pass(DESCRIPTION, 0.05, 1, DET, PRED, TONEWORD);
        g.pass(DESCRIPTION, 0.05, 3, DET, TONEWORD, BE, PRED);
        g.pass(VP, 0, 1, HAVE, DESCRIPTION);
        g.pass(VP, 0, 1, V_WRITE, DESCRIPTION);
        g.pass(VP, 0.1, 1, V_GET, DESCRIPTION);
        g.pass(VP, 0, 1, V_ANSWER, DESCRIPTION);
        g.add(VP, 0, from(2, Test.class, t -> List.of(new Wish(t.bool()))), OUGHT, BE, DESCRIPTION);
        g.add(VP, 0, from(2, Degree.class, d -> negate(d)), OUGHT, BE, DESCRIPTION);
        // "the reading level is too high"
        for (List<Category> before : List.of(List.of(MEASURE), List.of(DET, MEASURE))) {
            List<Category> parts = new ArrayList<>(before);
            parts.addAll(List.of(TOO, LEVEL));
            level(g, parts, before.size() - 1);
            parts.add(before.size(), BE);
            level(g, parts, before.size() - 1);
        }
    }

    private static void level(Grammar g, List<Category> parts, int measure) {
        int level = parts.size() - 1;
        g.add(
                DESCRIPTION,
                0,
                from(
                        measure,
                        Feature.class,
                        level,
                        Name.class,
                        (f, l) ->
                                List.of(
                                        new Degree(
                                                f.num(),
                                                l.name().equals("high"),
                                                Double.NaN,
                                                true))),
                parts.toArray(Category[]::new));
    }
}
