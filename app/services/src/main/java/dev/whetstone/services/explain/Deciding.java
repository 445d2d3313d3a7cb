package dev.whetstone.services.explain;

import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.services.pair.PairView;
import java.util.Optional;

/// A pair on which two readings of a sentence part.
///
/// @param firstVote +1 when the first reading votes for the pair's `a`, -1 for `b`, 0 for neither
/// @param secondVote likewise; another than `firstVote`
/// @param elsewhere further pairs on which they part
/// @param votes pairs on which at least one of them votes
public record Deciding(
        PairView pair,
        Candidate first,
        int firstVote,
        Candidate second,
        int secondVote,
        int elsewhere,
        int votes) {
    public Deciding {
        if (firstVote == secondVote) {
            throw new IllegalArgumentException("the readings vote alike on this pair");
        }
    }

    /// The reading that votes as the answer does. Where one of them does not vote, an answer
    /// against the other, or a tie, speaks for it.
    public Optional<Candidate> picked(Ranking better) {
        int a = pair.ref().a();
        int b = pair.ref().b();
        if (!better.ranks(a) || !better.ranks(b)) {
            return Optional.empty();
        }
        int side = better.compare(a, b);
        if (side == firstVote) {
            return Optional.of(first);
        }
        if (side == secondVote) {
            return Optional.of(second);
        }
        return firstVote == 0
                ? Optional.of(first)
                : secondVote == 0 ? Optional.of(second) : Optional.empty();
    }
}
