package dev.whetstone.core.mine;

/// How a pattern's votes stand to the choices, one count a question: the pairs of one question are
/// not independent of each other, so together they say right, wrong or nothing.
///
/// @param right questions on which more of its votes agree with the choice than disagree
/// @param wrong questions on which fewer do
public record Evidence(int right, int wrong) {
    /// @param votes +1, -1 or 0, one a pair
    /// @param sides what was chosen, likewise; 0 where nobody chose
    /// @param groups question of each pair, from 0
    /// @param groupCount how many questions there are
    public static Evidence of(int[] votes, int[] sides, int[] groups, int groupCount) {
        int[] net = new int[groupCount];
        for (int i = 0; i < votes.length; i++) {
            net[groups[i]] += votes[i] * sides[i];
        }
        return of(net);
    }

    /// @param net votes that agree less those that disagree, one a question
    static Evidence of(int[] net) {
        int right = 0;
        int wrong = 0;
        for (int sum : net) {
            right += sum > 0 ? 1 : 0;
            wrong += sum < 0 ? 1 : 0;
        }
        return new Evidence(right, wrong);
    }

    /// Questions on which it says something.
    public int size() {
        return right + wrong;
    }

    /// How likely counts at least as uneven are when the pattern has nothing to do with the choice:
    /// the exact two-sided sign test, 2 P(Binomial(n, 1/2) >= max(right, wrong)), at most 1.
    public double p() {
        int n = size();
        double tail = 0;
        double logChoose = 0;
        for (int k = 0; k <= Math.min(right, wrong); k++) {
            tail += Math.exp(logChoose - n * Math.log(2));
            logChoose += Math.log(n - k) - Math.log(k + 1);
        }
        return Math.min(1, 2 * tail);
    }

    /// The same votes the other way round.
    public Evidence reversed() {
        return new Evidence(wrong, right);
    }
}
