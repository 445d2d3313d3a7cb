package dev.whetstone.services.rules;

import dev.whetstone.core.label.Gold;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.fit.SlotScale;
import dev.whetstone.core.lf.fit.SlotSearch;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.lf.vote.PairFeatures;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Choices;
import dev.whetstone.services.vote.ConceptBook;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where rules are looked at and adjusted: what the filters find, and where slots should stand.
final class RuleWorkshop {
    private final Voting voting;
    private final ConceptBook concepts;

    RuleWorkshop(Voting voting, ConceptBook concepts) {
        this.voting = voting;
        this.concepts = concepts;
    }

    List<Finding> check(RuleVersion version) {
        Ballot own = voting.ballot(List.of(version));
        Set<Integer> rows =
                own.sources().stream().map(Gold.Source::row).collect(Collectors.toSet());
        Rule rule = RuleTexts.parse(version.text());
        return bank().check(
                        new Examined(
                                version.ruleId(),
                                rule,
                                inUse(version),
                                own.columns().getFirst(),
                                rows));
    }

    List<Finding> check(Rule rule) {
        SlotValues slots = RuleTexts.inUse(rule, SlotValues.NONE);
        return bank().check(
                        new Examined(
                                RuleRow.NO_COMPARISON,
                                rule,
                                slots,
                                voting.count(rule, SlotValues.NONE, RulePrinter.print(rule)),
                                Set.of()));
    }

    private FilterBank bank() {
        return new FilterBank(voting.ballot(), voting.features(), voting.compiler());
    }

    private static SlotValues inUse(RuleVersion version) {
        return RuleTexts.inUse(RuleTexts.parse(version.text()), new SlotValues(version.slots()));
    }

    List<SlotScale> scales(RuleVersion version) {
        SlotSearch search = search(version);
        SlotValues at = inUse(version);
        return Terms.slots(RuleTexts.parse(version.text())).stream()
                .map(name -> search.scale(name, at))
                .toList();
    }

    SlotValues fitted(RuleVersion version) {
        return search(version).fit(inUse(version));
    }

    SlotValues moved(RuleVersion version, String name, double value) {
        Set<String> slots = Terms.slots(RuleTexts.parse(version.text()));
        if (!slots.contains(name)) {
            throw new ServiceException(
                    "rule.slot",
                    "The rule “" + version.name() + "” has no slot ?" + name + ".",
                    slots.isEmpty() ? "" : "It has ?" + String.join(", ?", slots) + ".");
        }
        return inUse(version).with(name, value);
    }

    private SlotSearch search(RuleVersion version) {
        List<PairFeatures> features = voting.features();
        Choices choices = voting.choices();
        List<SlotSearch.Judged> judged = new ArrayList<>();
        for (int row = 0; row < features.size(); row++) {
            if (choices.side(row) != 0) {
                judged.add(new SlotSearch.Judged(features.get(row), choices.side(row)));
            }
        }
        return new SlotSearch(
                RuleTexts.parse(version.text()),
                judged,
                concepts.concepts(),
                voting.detectors().detectors());
    }
}
