package dev.whetstone.services.rules;

import dev.whetstone.core.explain.OwnPair;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.mine.Contrast;
import dev.whetstone.core.mine.ContrastWords;
import dev.whetstone.core.mine.Evidence;
import dev.whetstone.core.mine.FalseDiscovery;
import dev.whetstone.core.reward.PromptGroups;
import dev.whetstone.services.pair.PairView;
import dev.whetstone.services.vote.Ballot;
import dev.whetstone.services.vote.Column;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.services.vote.Voting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Looks for rules that would explain choices which no rule explains yet.
///
/// A pattern is tested on all choices, because those that the present rules get wrong are a
/// one-sided sample: on them the opposite of any rule looks true. What passes is then chosen, one
/// after the other, by the unexplained choices that it gets right less those that it gets wrong.
final class SuggestionMiner {
    /// Below so many questions on which a pattern speaks, no outcome could be told from chance.
    private static final int LEAST_QUESTIONS = 8;

    /// A suggestion explains at least so many choices more than it contradicts.
    private static final int LEAST_GAIN = 3;

    private final Voting voting;
    private final Ballot ballot;
    private final Rules.Watch watch;
    private final int[] sides;
    private final int[] groups;
    private final int groupCount;

    /// A pattern with what speaks for it, turned so that it speaks for the chosen responses.
    record Found(Rule rule, Evidence evidence, double q, int gain) {}

    record Result(int choices, int unexplained, int tested, int contrary, List<Found> found) {}

    private record Tested(Rule rule, Evidence evidence) {
        Tested turned() {
            return evidence.right() >= evidence.wrong()
                    ? this
                    : new Tested(OwnPair.opposite(rule).orElseThrow(), evidence.reversed());
        }
    }

    /// @param ballot of the active rules
    SuggestionMiner(Voting voting, Ballot ballot, Rules.Watch watch) {
        this.voting = voting;
        this.ballot = ballot;
        this.watch = watch;
        int pairs = ballot.pairs().size();
        this.sides = IntStream.range(0, pairs).map(i -> ballot.choices().side(i)).toArray();
        Map<String, Integer> numbers = new HashMap<>();
        this.groups =
                ballot.pairs().stream()
                        .mapToInt(
                                pair ->
                                        numbers.computeIfAbsent(
                                                PromptGroups.of(pair.prompt().text()),
                                                text -> numbers.size()))
                        .toArray();
        this.groupCount = numbers.size();
    }

    /// @param known rules that are not offered again, whatever their state
    /// @param waiting suggestions that were made before: what they explain is not looked at again
    Result mine(Concepts concepts, Set<Rule> known, List<Rule> waiting, double share, int most) {
        List<Tested> tested = test(concepts);
        double[] q =
                FalseDiscovery.adjusted(
                        tested.stream().mapToDouble(t -> t.evidence().p()).toArray());
        List<Found> passed = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Tested turned = tested.get(i).turned();
            if (q[i] <= share && !known.contains(NormalForm.of(turned.rule()))) {
                passed.add(new Found(turned.rule(), turned.evidence(), q[i], 0));
            }
        }
        List<PresentRule> present = present(waiting);
        int all = passed.size();
        passed.removeIf(
                found -> {
                    PresentRule pattern = new PresentRule(found.rule(), votes(found.rule()));
                    return present.stream().anyMatch(rule -> rule.saysTheOppositeOf(pattern));
                });
        boolean[] open = Unexplained.of(ballot);
        int unexplained = Unexplained.count(open);
        waiting.forEach(rule -> close(open, votes(rule)));
        return new Result(
                (int) IntStream.of(sides).filter(side -> side != 0).count(),
                unexplained,
                tested.size(),
                all - passed.size(),
                choose(passed, open, most));
    }

    private List<PresentRule> present(List<Rule> waiting) {
        List<PresentRule> present = new ArrayList<>();
        waiting.forEach(rule -> present.add(new PresentRule(rule, votes(rule))));
        for (int j = 0; j < ballot.rules().size(); j++) {
            present.add(
                    new PresentRule(
                            RuleTexts.parse(ballot.rules().get(j).text()),
                            votes(ballot.columns().get(j))));
        }
        return present;
    }

    private List<Tested> test(Concepts concepts) {
        List<Tested> tested = new ArrayList<>();
        List<Rule> rules = new ArrayList<>(MinedPatterns.ofMeasures());
        rules.addAll(MinedPatterns.ofConcepts(concepts));
        int done = 0;
        for (Rule rule : rules) {
            watch.tested(done++, rules.size());
            add(tested, rule, Evidence.of(votes(rule), sides, groups, groupCount));
        }
        ContrastWords.of(contrasts(), LEAST_QUESTIONS)
                .forEach((words, found) -> add(tested, MinedPatterns.ofWords(words), found));
        return tested;
    }

    private static void add(List<Tested> tested, Rule rule, Evidence evidence) {
        if (evidence.size() >= LEAST_QUESTIONS) {
            tested.add(new Tested(rule, evidence));
        }
    }

    private List<Contrast> contrasts() {
        List<Contrast> contrasts = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            PairView pair = ballot.pairs().get(i);
            String a = pair.a().text();
            String b = pair.b().text();
            if (sides[i] != 0) {
                contrasts.add(new Contrast(sides[i] > 0 ? a : b, sides[i] > 0 ? b : a, groups[i]));
            }
        }
        return contrasts;
    }

    private List<Found> choose(List<Found> passed, boolean[] open, int most) {
        List<Found> chosen = new ArrayList<>();
        List<int[]> votes = passed.stream().map(found -> votes(found.rule())).toList();
        while (chosen.size() < most) {
            int next = -1;
            int bestGain = LEAST_GAIN - 1;
            for (int i = 0; i < passed.size(); i++) {
                int gain = gain(votes.get(i), open);
                if (gain > bestGain) {
                    next = i;
                    bestGain = gain;
                }
            }
            if (next < 0) {
                return chosen;
            }
            Found best = passed.get(next);
            int[] column = votes.get(next);
            int before = Unexplained.count(open);
            close(open, column);
            chosen.add(
                    new Found(
                            best.rule(),
                            best.evidence(),
                            best.q(),
                            before - Unexplained.count(open)));
        }
        return chosen;
    }

    private int gain(int[] votes, boolean[] open) {
        int gain = 0;
        for (int i = 0; i < votes.length; i++) {
            gain += open[i] ? votes[i] * sides[i] : 0;
        }
        return gain;
    }

    private void close(boolean[] open, int[] votes) {
        for (int i = 0; i < open.length; i++) {
            open[i] &= votes[i] * sides[i] <= 0;
        }
    }

    private int[] votes(Rule rule) {
        return votes(voting.count(rule, SlotValues.NONE, RulePrinter.print(rule)));
    }

    private static int[] votes(Column counted) {
        byte[] column = counted.votes();
        int[] votes = new int[column.length];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = column[i];
        }
        return votes;
    }
}
