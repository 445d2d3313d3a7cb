package dev.whetstone.services.rules;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Holds what was mined as suggestions, which do not vote.
final class SuggestionShelf {
    private final RuleShelf shelf;
    private final Voting voting;

    SuggestionShelf(RuleShelf shelf, Voting voting) {
        this.shelf = shelf;
        this.voting = voting;
    }

    Suggestions suggest(Concepts concepts, double share, int most, Rules.Watch watch) {
        Set<Rule> known = new HashSet<>();
        shelf.declined().forEach(text -> known.add(NormalForm.of(RuleTexts.parse(text))));
        List<Rule> waiting = new ArrayList<>();
        for (RuleVersion version : shelf.current()) {
            Rule rule = RuleTexts.parse(version.text());
            known.add(NormalForm.of(rule));
            if (version.state() == RuleState.SUGGESTED) {
                waiting.add(rule);
            }
        }
        SuggestionMiner.Result mined =
                new SuggestionMiner(voting, voting.ballot(), watch)
                        .mine(concepts, known, waiting, share, most);
        return new Suggestions(
                mined.choices(),
                mined.unexplained(),
                mined.tested(),
                mined.contrary(),
                mined.found().stream().map(this::hold).toList());
    }

    private Suggestions.Suggestion hold(SuggestionMiner.Found found) {
        RuleVersion held =
                shelf.add(
                        "",
                        found.rule(),
                        RuleState.SUGGESTED,
                        "",
                        new RuleSource.Suggested("choices"),
                        SlotValues.NONE);
        return new Suggestions.Suggestion(
                held.ruleId(),
                held.name(),
                held.text(),
                RuleTexts.sentence(found.rule(), SlotValues.NONE),
                SuggestionQuestion.of(found.rule(), found.evidence()),
                found.evidence().right(),
                found.evidence().wrong(),
                found.evidence().p(),
                found.q(),
                found.gain());
    }
}
