package dev.whetstone.core.explain;

import dev.whetstone.core.explain.Meaning.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// All composition rules, and the short forms in which the rule files below write them.
final class Grammar {
    private final List<Production> productions = new ArrayList<>();

    private Grammar() {}

    static List<Production> productions() {
        Grammar grammar = new Grammar();
        NounRules.addTo(grammar);
        CountRules.addTo(grammar);
        NoveltyRules.addTo(grammar);
        PredicateRules.addTo(grammar);
        OrderRules.addTo(grammar);
        NegationRules.addTo(grammar);
        QualityRules.addTo(grammar);
        ClauseRules.addTo(grammar);
        PassiveRules.addTo(grammar);
        WishRules.addTo(grammar);
        PromptRules.addTo(grammar);
        EmbeddedRules.addTo(grammar);
        OriginRules.addTo(grammar);
        AmountRules.addTo(grammar);
        ComparisonRules.addTo(grammar);
        ContrastRules.addTo(grammar);
        PartRules.addTo(grammar);
        ObjectRules.addTo(grammar);
        ShareRules.addTo(grammar);
        PriceRules.addTo(grammar);
        MannerRules.addTo(grammar);
        ConditionRules.addTo(grammar);
        CorrectionRules.addTo(grammar);
        CommandRules.addTo(grammar);
        RhetoricRules.addTo(grammar);
        FragmentRules.addTo(grammar);
        StatementRules.addTo(grammar);
        return List.copyOf(grammar.productions);
    }

    void add(Category result, double cost, Production.Combine combine, Category... parts) {
        productions.add(new Production(result, cost, List.of(parts), combine));
    }

    /// The whole means what its part at `head` means.
    void pass(Category result, double cost, int head, Category... parts) {
        add(result, cost, meanings -> List.of(meanings.get(head)), parts);
    }

    /// A meaning made from the one part at `at`, where it is of the wanted kind.
    static <T extends Meaning> Production.Combine from(
            int at, Class<T> kind, Function<T, List<? extends Meaning>> make) {
        return meanings ->
                kind.isInstance(meanings.get(at))
                        ? make.apply(kind.cast(meanings.get(at)))
                        : List.of();
    }

    static <T extends Meaning, U extends Meaning> Production.Combine from(
            int first,
            Class<T> firstKind,
            int second,
            Class<U> secondKind,
            BiFunction<T, U, List<? extends Meaning>> make) {
        return meanings ->
                firstKind.isInstance(meanings.get(first))
                                && secondKind.isInstance(meanings.get(second))
                        ? make.apply(
                                firstKind.cast(meanings.get(first)),
                                secondKind.cast(meanings.get(second)))
                        : List.of();
    }

    static List<Meaning> asserted(dev.whetstone.core.lf.Bool bool) {
        return List.of(Meaning.Test.neutral(bool));
    }

    /// The single thing of a noun phrase, or none.
    static List<Thing> single(Things things) {
        return things.things().size() == 1 ? things.things() : List.of();
    }
}
