package dev.whetstone.services.coverage;

import dev.whetstone.services.vote.Ballot;
import java.util.UUID;
import java.util.function.IntPredicate;

/// Questions about a ballot, pair by pair.
final class Votes {
    private final Ballot ballot;

    Votes(Ballot ballot) {
        this.ballot = ballot;
    }

    /// A test of a pair and a rule's vote on it, which is not 0.
    @FunctionalInterface
    interface VoteTest {
        boolean test(int pair, int vote);
    }

    /// The rule's vote; 0 when there is no such active rule.
    int of(UUID rule, int pair) {
        for (int j = 0; j < ballot.rules().size(); j++) {
            if (ballot.rules().get(j).ruleId().equals(rule)) {
                return ballot.vote(pair, j);
            }
        }
        return 0;
    }

    IntPredicate by(UUID rule, VoteTest test) {
        return pair -> {
            int vote = of(rule, pair);
            return vote != 0 && test.test(pair, vote);
        };
    }

    int voters(int pair) {
        int voters = 0;
        for (int j = 0; j < ballot.rules().size(); j++) {
            voters += ballot.vote(pair, j) != 0 ? 1 : 0;
        }
        return voters;
    }

    /// Whether some two rules disagree.
    boolean disputed(int pair) {
        boolean a = false;
        boolean b = false;
        for (int j = 0; j < ballot.rules().size(); j++) {
            a |= ballot.vote(pair, j) > 0;
            b |= ballot.vote(pair, j) < 0;
        }
        return a && b;
    }
}
