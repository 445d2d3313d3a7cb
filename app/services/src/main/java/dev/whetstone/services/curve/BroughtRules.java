package dev.whetstone.services.curve;

import dev.whetstone.core.label.LabelPolicy;
import dev.whetstone.core.label.PairLabelModel;
import dev.whetstone.core.label.RuleFamilies;
import dev.whetstone.core.reward.curve.RulesInHand;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The rules that some comparisons' explanations bring. A rule whose slots were set by its own
/// pair has these values only after that pair; when another explanation says the same, it has
/// starting values.
///
/// @param forms of all rules, one a column
/// @param families columns of rules that a person said tell one story
record BroughtRules(List<Brought> forms, List<List<Integer>> families) implements RulesInHand {
    BroughtRules {
        forms = List.copyOf(forms);
        families = families.stream().map(List::copyOf).toList();
    }

    /// @param rules explained or written ones
    /// @param asAccepted the rule with the values that it had before anything was fitted
    /// @param comparisons of the judgements that take part
    static List<Brought> forms(
            List<RuleVersion> rules,
            UnaryOperator<RuleVersion> asAccepted,
            Map<UUID, String> comparisons,
            Reasons reasons) {
        List<Brought> forms = new ArrayList<>();
        for (RuleVersion rule : rules) {
            RuleVersion accepted = asAccepted.apply(rule);
            if (rule.source() instanceof RuleSource.Explained(UUID judgement)) {
                String own = comparisons.get(judgement);
                forms.addAll(explained(accepted, own == null ? "" : own, reasons));
            } else {
                forms.add(Brought.always(accepted));
            }
        }
        return forms;
    }

    /// @param own comparison that the rule was accepted at; empty when it is not among those
    ///     used
    private static List<Brought> explained(RuleVersion rule, String own, Reasons reasons) {
        Set<String> others = new HashSet<>(reasons.of(rule.text()));
        others.remove(own);
        Set<String> first = own.isEmpty() ? Set.of() : Set.of(own);
        if (rule.slots().isEmpty()) {
            others.addAll(first);
            return others.isEmpty() ? List.of() : List.of(new Brought(rule, others, Set.of()));
        }
        List<Brought> forms = new ArrayList<>();
        if (!first.isEmpty()) {
            forms.add(new Brought(rule, first, Set.of()));
        }
        if (!others.isEmpty()) {
            forms.add(new Brought(rule.withSlots(Map.of()), others, first));
        }
        return forms;
    }

    @Override
    public int[] columns(Set<String> judged) {
        return IntStream.range(0, forms.size())
                .filter(column -> forms.get(column).after(judged))
                .toArray();
    }

    @Override
    public PairLabelModel model(int[] columns) {
        List<Integer> inHand = IntStream.of(columns).boxed().toList();
        List<List<Integer>> together =
                families.stream()
                        .map(
                                family ->
                                        family.stream()
                                                .filter(inHand::contains)
                                                .map(inHand::indexOf)
                                                .toList())
                        .filter(family -> family.size() > 1)
                        .toList();
        // without rules nothing votes, and every model but the simplest has nothing to fit
        return new LabelPolicy(RuleFamilies.weights(columns.length, together))
                .named(columns.length == 0 ? "majority" : "auto");
    }
}
