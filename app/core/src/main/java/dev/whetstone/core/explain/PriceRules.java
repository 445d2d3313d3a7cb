package dev.whetstone.core.explain;

import static dev.whetstone.core.explain.Category.*;
import static dev.whetstone.core.explain.Grammar.asserted;
import static dev.whetstone.core.explain.Grammar.from;

import dev.whetstone.core.explain.Meaning.Compared;
import dev.whetstone.core.explain.Meaning.Feature;
import dev.whetstone.core.explain.Meaning.Leaning;
import dev.whetstone.core.explain.Meaning.Name;
import dev.whetstone.core.explain.Meaning.Price;
import dev.whetstone.core.explain.Meaning.Test;
import dev.whetstone.core.explain.Meaning.Things;
import dev.whetstone.core.lf.Bool;
import dev.whetstone.core.lf.Choice;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Num;
import dev.whetstone.core.lf.Relation;
import dev.whetstone.core.lf.Scope;
import dev.whetstone.core.text.QuantityUnit;
import java.util.List;

/// Amounts with a unit or a sign, and verbs of exceeding and amounting to them.
final class PriceRules {
    private PriceRules() {}

    static void addTo(Grammar g) {
        prices(g);
        exceeding(g);
    }

    /// "more than $500", "over 5%", "4 mg of it"
    private static void prices(Grammar g) {
        g.add(
                TEST,
                0,
                from(
                        0,
                        Compared.class,
                        1,
                        Price.class,
                        (c, p) -> asserted(amount(p.unit(), c.relation(), p.value()))),
                QUANT,
                PRICE);
        // "longer than a month"
        g.add(
                TEST,
                0,
                from(
                        0,
                        Compared.class,
                        2,
                        Name.class,
                        (c, n) ->
                                QuantityUnit.of(n.name())
                                        .map(unit -> asserted(amount(unit, c.relation(), 1)))
                                        .orElse(List.of())),
                QUANT,
                DET,
                PERIOD);
        // "more than 4 g of paracetamol"
        g.add(
                TEST,
                0,
                from(
                        0,
                        Test.class,
                        2,
                        Things.class,
                        (t, of) ->
                                isAmount(t)
                                        ? asserted(
                                                Bool.and(
                                                        t.bool(),
                                                        Terms.present(of, Scope.RESPONSE)))
                                        : List.of()),
                TEST,
                OF,
                NP);
    }

    private static boolean isAmount(Test test) {
        return test.bool()
                        instanceof Bool.Compare(dev.whetstone.core.lf.Call(var function, _), _, _)
                && function == Function.MAX_QUANTITY;
    }

    private static Bool amount(QuantityUnit unit, Relation relation, double value) {
        Num most = Terms.call(Function.MAX_QUANTITY, Scope.RESPONSE, new Choice.Unit(unit));
        return Terms.compare(most, relation, value);
    }

    /// "exceeds 200 words", "stays under 200 words", "runs to 300 words"
    private static void exceeding(Grammar g) {
        g.add(
                VP,
                0,
                from(
                        1,
                        Meaning.Amount.class,
                        2,
                        Feature.class,
                        (n, f) -> asserted(Terms.compare(f.num(), Relation.GREATER, n.value()))),
                V_EXCEED,
                NUMBER,
                UNIT);
        g.pass(VP, 0, 1, V_STAY, TEST);
        g.pass(VP, 0, 1, V_AMOUNT, TEST);
        g.pass(VP, 0.02, 1, WITH, TEST);
        g.add(
                TEST,
                0,
                from(0, Test.class, t -> List.of(new Test(t.bool(), Leaning.BLEMISH))),
                TEST,
                BE,
                TOO,
                MANY);
    }
}
