package dev.whetstone.desktop.compare;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.services.judge.Draft;
import dev.whetstone.services.judge.Showing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What is chosen so far, as the screen keeps it.
///
/// @param slots for each response, in stored order, its place from 1; 0 while it has none; equal
///     places are a tie
public record Verdict(
        List<Integer> slots, Strength strength, Acceptable acceptable, boolean bothBad) {
    public Verdict {
        slots = List.copyOf(slots);
    }

    static Verdict none(int responses) {
        return new Verdict(
                Collections.nCopies(responses, 0), Strength.UNSAID, Acceptable.UNSAID, false);
    }

    /// The places of a ranking: a tie for second leaves no third.
    static Verdict of(Draft draft, int responses) {
        List<Integer> slots = new ArrayList<>(Collections.nCopies(responses, 0));
        int place = 1;
        for (List<Integer> tier : draft.ranking().tiers()) {
            for (int index : tier) {
                slots.set(index, place);
            }
            place += tier.size();
        }
        return new Verdict(slots, draft.strength(), draft.acceptable(), draft.bothBad());
    }

    Draft draft(Explanation explanation) {
        return new Draft(ranking(), strength, acceptable, bothBad, explanation);
    }

    Ranking ranking() {
        List<List<Integer>> tiers = new ArrayList<>();
        for (int place = 1; place <= slots.size(); place++) {
            List<Integer> tier = at(place);
            if (!tier.isEmpty()) {
                tiers.add(tier);
            }
        }
        return new Ranking(tiers);
    }

    /// Stored indexes of the responses at a place.
    public List<Integer> at(int place) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) == place) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    public boolean isTie() {
        return !slots.contains(0) && slots.stream().distinct().count() == 1;
    }

    /// The stored index of the single best response; -1 when there is none.
    public int winner() {
        Ranking ranking = ranking();
        boolean decided = ranking.tiers().size() > 1 && ranking.tiers().getFirst().size() == 1;
        return decided ? ranking.tiers().getFirst().getFirst() : -1;
    }

    /// The stored index of the single worst response; -1 when there is none.
    public int loser() {
        Ranking ranking = ranking();
        boolean decided = ranking.tiers().size() > 1 && ranking.tiers().getLast().size() == 1;
        return decided ? ranking.tiers().getLast().getFirst() : -1;
    }

    /// `winner` first, all others second. Chosen again, the choice stays.
    Verdict prefer(int winner) {
        List<Integer> chosen = new ArrayList<>(Collections.nCopies(slots.size(), 2));
        chosen.set(winner, 1);
        return new Verdict(chosen, strength, acceptable, false);
    }

    Verdict tie() {
        return new Verdict(
                Collections.nCopies(slots.size(), 1), Strength.UNSAID, acceptable, false);
    }

    /// Both bad leaves no ranking and nothing that could be sent.
    Verdict allBad() {
        return new Verdict(
                Collections.nCopies(slots.size(), 0), Strength.UNSAID, Acceptable.NO, true);
    }

    /// Puts one response at a place; 0 takes it out.
    Verdict place(int index, int place) {
        List<Integer> changed = new ArrayList<>(slots);
        changed.set(index, place);
        return new Verdict(changed, strength, acceptable, false);
    }

    /// The screen position after `position` whose response has no place yet, around the ends; the
    /// same where all others have one.
    int nextFree(Showing showing, int position) {
        int n = slots.size();
        for (int step = 1; step < n; step++) {
            int next = (position + step) % n;
            if (slots.get(showing.storedIndex(next)) == 0) {
                return next;
            }
        }
        return position;
    }

    Verdict withStrength(Strength newStrength) {
        return new Verdict(
                slots,
                newStrength == strength ? Strength.UNSAID : newStrength,
                acceptable,
                bothBad);
    }

    Verdict withAcceptable(Acceptable newAcceptable) {
        return new Verdict(slots, strength, newAcceptable, bothBad);
    }
}
