package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lines of the coverage table over some of the pairs, counted on sets: over all pairs they are
/// those of [CoverageSummary].
public final class SliceSummary {
    private final VoteSets votes;
    private final PairSet choseA;
    private final PairSet choseB;
    private final PairSet judged;
    private final PairSet longerA;
    private final PairSet longerB;
    private final PairSet matched;
    private final List<PairSet> sources = new ArrayList<>();

    public SliceSummary(VoteSets votes, Gold gold, PairLengths lengths) {
        int pairs = gold.rows();
        this.votes = votes;
        this.judged = PairSet.of(pairs, gold::judged);
        this.choseA = PairSet.of(pairs, i -> gold.judged(i) && gold.preference(i) > .5);
        this.choseB = PairSet.of(pairs, i -> gold.judged(i) && gold.preference(i) < .5);
        this.longerA = PairSet.of(pairs, i -> lengths.longer(i) > 0);
        this.longerB = PairSet.of(pairs, i -> lengths.longer(i) < 0);
        this.matched = PairSet.of(pairs, lengths::matched);
        for (int j = 0; j < votes.rules(); j++) {
            int rule = j;
            sources.add(PairSet.of(pairs, i -> judged.contains(i) && !gold.countsFor(i, rule)));
        }
    }

    /// Pairs that somebody judged.
    public PairSet judged() {
        return judged;
    }

    /// Judged pairs on which the rule's vote was right; its own source pair is not counted.
    public PairSet correct(int rule) {
        return votes.forA(rule)
                .and(choseA)
                .or(votes.forB(rule).and(choseB))
                .minus(sources.get(rule));
    }

    /// Judged pairs on which the rule's vote was wrong, likewise.
    public PairSet incorrect(int rule) {
        return votes.forA(rule)
                .and(choseB)
                .or(votes.forB(rule).and(choseA))
                .minus(sources.get(rule));
    }

    /// @param within the slice; shares are of its pairs, 0 of none
    /// @param weight what the label model learned of the rule; NaN when there is none
    /// @param flips pairs of the slice whose side changes without the rule
    public RuleSummary line(String name, int rule, PairSet within, double weight, int flips) {
        double n = Math.max(1, within.count());
        PairSet voted = votes.voted(rule).and(within);
        PairSet right = correct(rule).and(within);
        PairSet wrong = incorrect(rule).and(within);
        int toLonger =
                votes.forA(rule).count(longerA, within) + votes.forB(rule).count(longerB, within);
        int toShorter =
                votes.forA(rule).count(longerB, within) + votes.forB(rule).count(longerA, within);
        int matchedRight = right.count(matched);
        return new RuleSummary(
                name,
                polarity(rule, within),
                voted.count() / n,
                voted.count(votes.overlapped()) / n,
                voted.count(votes.disputed()) / n,
                right.count(),
                wrong.count(),
                Estimate.ofProportion(right.count(), right.count() + wrong.count()),
                votes.voted(rule).count() == 0 ? Double.NaN : weight,
                votes.alone(rule).count(within) / n,
                flips,
                Estimate.ofProportion(toLonger, toLonger + toShorter),
                Estimate.ofProportion(matchedRight, matchedRight + wrong.count(matched)),
                (double) voted.count(judged) / judged.count(within));
    }

    private List<Integer> polarity(int rule, PairSet within) {
        return IntStream.of(0, 1)
                .filter(side -> side(rule, side).count(within) > 0)
                .boxed()
                .toList();
    }

    private PairSet side(int rule, int side) {
        return side == 1 ? votes.forA(rule) : votes.forB(rule);
    }
}
