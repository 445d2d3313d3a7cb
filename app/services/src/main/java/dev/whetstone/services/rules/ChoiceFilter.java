package dev.whetstone.services.rules;

import dev.whetstone.core.label.PairLengths;
import dev.whetstone.core.lf.Call;
import dev.whetstone.core.lf.Function;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.mine.GoldCheck;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.rules.Finding.Kind;
import dev.whetstone.services.vote.Ballot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Looks at a rule beside the choices, and beside the lengths of replies.
final class ChoiceFilter {
    private static final double PROXY = .35;
    private static final int LEAST_VOTES = 20;
    private static final Set<Function> LENGTHS =
            EnumSet.of(
                    Function.WORDS,
                    Function.PROSE_WORDS,
                    Function.CHARS,
                    Function.SENTENCES,
                    Function.PARAGRAPHS,
                    Function.LINES);

    private final Ballot ballot;

    ChoiceFilter(Ballot ballot) {
        this.ballot = ballot;
    }

    void check(Examined rule, List<Finding> findings) {
        choices(rule, findings);
        if (!isAboutLength(rule.rule())) {
            length(rule, findings);
        }
    }

    /// The pair that a rule was written on does not count for it.
    private void choices(Examined rule, List<Finding> findings) {
        int right = 0;
        List<PairRef> wrong = new ArrayList<>();
        for (int row = 0; row < ballot.pairs().size(); row++) {
            int product = rule.vote(row) * ballot.choices().side(row);
            if (!rule.ownPairs().contains(row) && product != 0) {
                right += product > 0 ? 1 : 0;
                if (product < 0) {
                    wrong.add(ballot.pairs().get(row).ref());
                }
            }
        }
        if (new GoldCheck(right, wrong.size()).goesTheOtherWay()) {
            findings.add(
                    new Finding(
                            Kind.WRONG_WAY,
                            "usually goes the other way: against "
                                    + wrong.size()
                                    + " of the "
                                    + (right + wrong.size())
                                    + " choices it speaks of",
                            wrong));
        }
    }

    private void length(Examined rule, List<Finding> findings) {
        PairLengths lengths = ballot.lengths();
        List<PairRef> withLonger = new ArrayList<>();
        List<PairRef> withShorter = new ArrayList<>();
        int matched = 0;
        int matchedRight = 0;
        for (int row = 0; row < lengths.rows(); row++) {
            PairView pair = ballot.pairs().get(row);
            int product = rule.vote(row) * lengths.longer(row);
            if (product != 0) {
                (product > 0 ? withLonger : withShorter).add(pair.ref());
            }
            int chosen = rule.vote(row) * ballot.choices().side(row);
            if (chosen != 0 && lengths.matched(row)) {
                matched++;
                matchedRight += chosen > 0 ? 1 : 0;
            }
        }
        int votes = withLonger.size() + withShorter.size();
        double share = (double) withLonger.size() / Math.max(1, votes);
        if (votes < LEAST_VOTES || Math.abs(share - .5) <= PROXY) {
            return;
        }
        boolean longest = share > .5;
        findings.add(
                new Finding(
                        Kind.LENGTH,
                        "votes for the "
                                + (longest ? "longer" : "shorter")
                                + " reply on "
                                + (longest ? withLonger : withShorter).size()
                                + " of "
                                + FilterBank.pairs(votes)
                                + ", though it does not speak of length"
                                + (matched == 0
                                        ? "; no choice was made between replies of like length"
                                        : "; between replies of like length it agrees with "
                                                + matchedRight
                                                + " of "
                                                + matched
                                                + (matched == 1 ? " choice" : " choices")),
                        longest ? withShorter : withLonger));
    }

    private static boolean isAboutLength(Rule rule) {
        List<Function> found = new ArrayList<>();
        Terms.visit(
                rule,
                term -> {
                    if (term instanceof Call(var function, _) && LENGTHS.contains(function)) {
                        found.add(function);
                    }
                });
        return !found.isEmpty();
    }
}
