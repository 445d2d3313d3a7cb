package dev.whetstone.services.judge;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;

/// A verdict that is not final. Indexes are stored order; see [Showing#storedIndex(int)].
public record Draft(
        Ranking ranking,
        Strength strength,
        Acceptable acceptable,
        boolean bothBad,
        Explanation explanation) {
    public static final Draft EMPTY =
            new Draft(Ranking.NONE, Strength.UNSAID, Acceptable.UNSAID, false, Explanation.NONE);

    /// Whether it says enough to be saved: a ranking of two or more, or all bad.
    public boolean isVerdict() {
        return bothBad || ranking.tiers().stream().mapToInt(java.util.List::size).sum() > 1;
    }
}
