package dev.whetstone.core.label;

import java.util.List;
import java.util.stream.IntStream;

/// Votes on pairs as sets, so that shares and tables of many rules are counted 64 pairs at a time.
/// The shares are those of [LabelAnalysis].
public final class VoteSets {
    private final List<PairSet> forA;
    private final List<PairSet> forB;
    private final List<PairSet> voted;
    private final PairSet covered;
    private final PairSet overlapped;
    private final PairSet disputed;

    private VoteSets(int pairs, List<PairSet> forA, List<PairSet> forB) {
        this.forA = forA;
        this.forB = forB;
        this.voted =
                IntStream.range(0, forA.size()).mapToObj(j -> forA.get(j).or(forB.get(j))).toList();
        PairSet once = PairSet.none(pairs);
        PairSet twice = once;
        PairSet anyA = once;
        PairSet anyB = once;
        for (int j = 0; j < voted.size(); j++) {
            twice = twice.or(once.and(voted.get(j)));
            once = once.or(voted.get(j));
            anyA = anyA.or(forA.get(j));
            anyB = anyB.or(forB.get(j));
        }
        this.covered = once;
        this.overlapped = twice;
        this.disputed = anyA.and(anyB);
    }

    /// @param columns a rule each: above 0 votes A, below 0 B, 0 abstains
    public static VoteSets of(int pairs, List<byte[]> columns) {
        return new VoteSets(
                pairs,
                columns.stream().map(votes -> PairSet.of(pairs, i -> votes[i] > 0)).toList(),
                columns.stream().map(votes -> PairSet.of(pairs, i -> votes[i] < 0)).toList());
    }

    public int rules() {
        return voted.size();
    }

    public PairSet forA(int rule) {
        return forA.get(rule);
    }

    public PairSet forB(int rule) {
        return forB.get(rule);
    }

    /// Pairs that the rule votes on.
    public PairSet voted(int rule) {
        return voted.get(rule);
    }

    /// Pairs with a vote.
    public PairSet covered() {
        return covered;
    }

    /// Pairs with two votes or more.
    public PairSet overlapped() {
        return overlapped;
    }

    /// Pairs with votes for both sides.
    public PairSet disputed() {
        return disputed;
    }

    /// Pairs on which the rule alone votes.
    public PairSet alone(int rule) {
        return voted.get(rule).minus(overlapped);
    }

    /// Pairs of `within` on which both rules vote.
    public int both(int rule, int other, PairSet within) {
        return voted.get(rule).count(voted.get(other), within);
    }

    /// Pairs of `within` on which the two vote for different sides.
    public int against(int rule, int other, PairSet within) {
        return forA.get(rule).count(forB.get(other), within)
                + forB.get(rule).count(forA.get(other), within);
    }
}
