package dev.whetstone.services.rules;

import dev.whetstone.services.vote.Ballot;

/// Choices for which no active rule speaks.
final class Unexplained {
    private Unexplained() {}

    /// One a pair: whether somebody preferred a side and no rule of the ballot votes for it.
    static boolean[] of(Ballot ballot) {
        boolean[] open = new boolean[ballot.pairs().size()];
        for (int i = 0; i < open.length; i++) {
            int side = ballot.choices().side(i);
            open[i] = side != 0;
            for (int j = 0; open[i] && j < ballot.rules().size(); j++) {
                open[i] = ballot.vote(i, j) * side <= 0;
            }
        }
        return open;
    }

    static int count(boolean[] open) {
        int count = 0;
        for (boolean each : open) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
