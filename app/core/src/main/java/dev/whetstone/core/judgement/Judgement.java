package dev.whetstone.core.judgement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One person's verdict on one comparison.
///
/// @param ranking over indexes of the comparison's responses; [Ranking#NONE] when `bothBad` says
///     that none deserves a rank
/// @param bothBad no response is any good; there may still be a ranking
/// @param shown the order in which the expert saw the responses, as indexes into the stored order
public record Judgement(
        UUID id,
        UUID comparisonId,
        UUID annotatorId,
        Instant judgedAt,
        Ranking ranking,
        Strength strength,
        Acceptable acceptable,
        boolean bothBad,
        Explanation explanation,
        List<Integer> shown) {
    public Judgement {
        shown = List.copyOf(shown);
        if (ranking.tiers().isEmpty() && !bothBad) {
            throw new IllegalArgumentException(
                    "a judgement has a ranking or says that all are bad");
        }
    }

    /// Soft label p(A preferred over B) of this single verdict for two responses: 1, 0, or .5 for a
    /// tie. Not defined (NaN) when the verdict does not rank both.
    public double preference(int a, int b) {
        if (!ranking.ranks(a) || !ranking.ranks(b)) {
            return Double.NaN;
        }
        return (ranking.compare(a, b) + 1) / 2.0;
    }
}
