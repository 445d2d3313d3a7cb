package dev.whetstone.services.rules;

import dev.whetstone.core.explain.OwnPair;
import dev.whetstone.core.lf.Gate;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.syntax.NormalForm;

/// A rule with its votes, to be held against another.
///
/// @param votes +1 for A, -1 for B, 0 none; one a pair
record PresentRule(Rule rule, int[] votes) {
    /// Two rules speak of the same pairs when they share this much of the rarer one's.
    private static final double OFTEN = .5;

    private static final double NEARLY_ALWAYS = .9;

    /// Whether the two contradict each other: in their words, or because they often speak of the
    /// same pairs and then nearly always for different responses.
    boolean saysTheOppositeOf(PresentRule other) {
        return inWords(other.rule()) || inVotes(other.votes());
    }

    private boolean inWords(Rule other) {
        if (rule instanceof Rule.Prefer one && other instanceof Rule.Prefer two) {
            Rule.Prefer mine = (Rule.Prefer) NormalForm.of(one);
            Rule.Prefer its = (Rule.Prefer) NormalForm.of(two);
            boolean together =
                    mine.gate().equals(its.gate())
                            || mine.gate() instanceof Gate.Always
                            || its.gate() instanceof Gate.Always;
            return mine.direction() != its.direction()
                    && mine.measure().equals(its.measure())
                    && together;
        }
        return OwnPair.opposite(other)
                .filter(turned -> NormalForm.ofVotes(turned).equals(NormalForm.ofVotes(rule)))
                .isPresent();
    }

    private boolean inVotes(int[] other) {
        int mine = 0;
        int its = 0;
        int shared = 0;
        int against = 0;
        for (int i = 0; i < votes.length; i++) {
            mine += votes[i] != 0 ? 1 : 0;
            its += other[i] != 0 ? 1 : 0;
            shared += votes[i] * other[i] != 0 ? 1 : 0;
            against += votes[i] * other[i] < 0 ? 1 : 0;
        }
        return shared > 0
                && shared >= OFTEN * Math.min(mine, its)
                && against >= NEARLY_ALWAYS * shared;
    }
}
