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
/// @param certainty probability, above .5 and at most 1, that the order of two ranked responses is
///     right; 1 for a person's own click, less when a file gives a soft label p(A preferred)
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
        List<Integer> shown,
        double certainty) {
    public Judgement {
        shown = List.copyOf(shown);
        if (!(certainty > .5 && certainty <= 1)) {
            throw new IllegalArgumentException(
                    "certainty is above .5 and at most 1, not " + certainty);
        }
        if (ranking.tiers().isEmpty() && !bothBad) {
            throw new IllegalArgumentException(
                    "a judgement has a ranking or says that all are bad");
        }
    }

    /// A person's own verdict, certain of its order.
    public Judgement(
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
        this(
                id,
                comparisonId,
                annotatorId,
                judgedAt,
                ranking,
                strength,
                acceptable,
                bothBad,
                explanation,
                shown,
                1);
    }

    /// Soft label p(A preferred over B) of this single verdict for two responses: `certainty`
    /// when A is ranked higher, `1 - certainty` when B is, .5 for a tie. Not defined (NaN)
    /// when the verdict does not rank both.
    public double preference(int a, int b) {
        if (!ranking.ranks(a) || !ranking.ranks(b)) {
            return Double.NaN;
        }
        return switch (ranking.compare(a, b)) {
            case 1 -> certainty;
            case -1 -> 1 - certainty;
            default -> .5;
        };
    }
}
