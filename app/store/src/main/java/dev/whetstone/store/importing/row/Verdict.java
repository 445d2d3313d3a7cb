package dev.whetstone.store.importing.row;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import java.time.Instant;
import java.util.List;

/// What a row says about its responses.
public sealed interface Verdict {
    /// Nothing: the row only brings a prompt or responses.
    record None() implements Verdict {}

    /// A judgement; indexes are into the row's responses.
    ///
    /// @param annotator empty when the row names nobody
    /// @param judgedAt [#NO_TIME] when the row gives no time
    record Given(
            Ranking ranking,
            Strength strength,
            Acceptable acceptable,
            boolean bothBad,
            Explanation explanation,
            List<Integer> shown,
            double certainty,
            String annotator,
            Instant judgedAt)
            implements Verdict {
        public Given {
            shown = List.copyOf(shown);
        }
    }

    Instant NO_TIME = Instant.MIN;

    /// The verdict that the first of two responses is better with probability `p`: .5 is a tie;
    /// otherwise the likelier order, as certain as `p` says.
    ///
    /// @param p in 0..1
    static Verdict ofProbability(double p, String annotator) {
        Ranking ranking =
                p == .5 ? Ranking.tie(0, 1) : p > .5 ? Ranking.prefer(0, 1) : Ranking.prefer(1, 0);
        return new Given(
                ranking,
                Strength.UNSAID,
                Acceptable.UNSAID,
                false,
                Explanation.NONE,
                List.of(0, 1),
                p == .5 ? 1 : Math.max(p, 1 - p),
                annotator,
                NO_TIME);
    }
}
