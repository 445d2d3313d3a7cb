package dev.whetstone.core.label;

import dev.whetstone.core.evaluate.Estimate;
import java.util.List;

/// One line of the coverage table. Shares are of all pairs, in [0, 1].
///
/// @param polarity classes it ever voted for: 0 (B), 1 (A)
/// @param correct judged pairs on which its vote was right; its own source pair is not counted, nor
///     are ties
/// @param accuracy correct / (correct + incorrect) with Wilson's 95 % interval; undefined (show a
///     dash) when no judged pair was voted on
/// @param learnedWeight what the label model in use learned of it; NaN when it never voted
/// @param uniqueShare share of pairs on which it alone voted
/// @param flips pairs whose side changes when it is switched off
/// @param longerAgreement share of its votes that prefer the longer response, over pairs of unequal
///     length; undefined without any
/// @param lengthMatched its accuracy on judged pairs of nearly equal length only
/// @param goldCoverage share of the judged pairs on which it voted; NaN without judged pairs
public record RuleSummary(
        String name,
        List<Integer> polarity,
        double coverage,
        double overlaps,
        double conflicts,
        int correct,
        int incorrect,
        Estimate accuracy,
        double learnedWeight,
        double uniqueShare,
        int flips,
        Estimate longerAgreement,
        Estimate lengthMatched,
        double goldCoverage) {
    public RuleSummary {
        polarity = List.copyOf(polarity);
    }

    /// Votes on pairs of unequal length from which the guard against length speaks.
    private static final double LEAST_VOTES = 20;

    private static final double NEARLY_ALWAYS = .85;

    /// +1 when it nearly always prefers the longer response, -1 the shorter one, 0 neither: more
    /// than 85 % of at least 20 votes.
    ///
    /// @param pairs how many there are in all
    public int followsLength(int pairs) {
        if (!longerAgreement.defined() || coverage * pairs < LEAST_VOTES) {
            return 0;
        }
        double longer = longerAgreement.value();
        return longer > NEARLY_ALWAYS ? 1 : longer < 1 - NEARLY_ALWAYS ? -1 : 0;
    }
}
