package dev.whetstone.core.judgement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A ranking with ties, possibly partial: tiers, best first, of indexes into the comparison's
/// responses in stored order. Indexes of one tier are tied; an index that appears nowhere was not
/// ranked.
public record Ranking(List<List<Integer>> tiers) {
    public static final Ranking NONE = new Ranking(List.of());

    public Ranking {
        tiers = tiers.stream().map(List::copyOf).toList();
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> tier : tiers) {
            if (tier.isEmpty()) {
                throw new IllegalArgumentException("a ranking has an empty tier");
            }
            for (int index : tier) {
                if (index < 0 || !seen.add(index)) {
                    throw new IllegalArgumentException(
                            "a ranking names index " + index + " wrongly or twice");
                }
            }
        }
    }

    /// Response `winner` above response `loser`.
    public static Ranking prefer(int winner, int loser) {
        return new Ranking(List.of(List.of(winner), List.of(loser)));
    }

    /// All the given responses in one tier.
    public static Ranking tie(int... indexes) {
        return new Ranking(List.of(java.util.Arrays.stream(indexes).boxed().toList()));
    }

    /// +1 when `a` is ranked above `b`, -1 when below, 0 when tied or when either is not
    /// ranked; see [#ranks(int)] to tell these apart.
    public int compare(int a, int b) {
        int tierOfA = tierOf(a);
        int tierOfB = tierOf(b);
        return tierOfA < 0 || tierOfB < 0 ? 0 : Integer.signum(tierOfB - tierOfA);
    }

    public boolean ranks(int index) {
        return tierOf(index) >= 0;
    }

    public boolean hasTie() {
        return tiers.stream().anyMatch(tier -> tier.size() > 1);
    }

    private int tierOf(int index) {
        for (int t = 0; t < tiers.size(); t++) {
            if (tiers.get(t).contains(index)) {
                return t;
            }
        }
        return -1;
    }
}
