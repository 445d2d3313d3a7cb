package dev.whetstone.services.rules;

import dev.whetstone.core.label.RuleSummary;
import dev.whetstone.core.lf.MeasuredThings;
import dev.whetstone.services.vote.RuleTexts;
import dev.whetstone.store.rule.RuleVersion;

/// The figures of a rule from its line in a coverage summary.
public final class SummaryFigures {
    private SummaryFigures() {}

    /// @param pairs how many the summary is of
    /// @param errors votes that were lost to an error or a missing source
    public static Figures of(RuleVersion rule, RuleSummary of, int pairs, long errors) {
        return new Figures(
                of.polarity().toString(),
                of.coverage(),
                of.overlaps(),
                of.conflicts(),
                of.correct(),
                of.incorrect(),
                of.accuracy().value(),
                of.accuracy().low(),
                of.accuracy().high(),
                of.learnedWeight(),
                of.uniqueShare(),
                of.flips(),
                of.longerAgreement().value(),
                guard(rule, of, pairs),
                errors);
    }

    private static LengthGuard guard(RuleVersion rule, RuleSummary figures, int pairs) {
        int follows =
                MeasuredThings.aspect(RuleTexts.parse(rule.text())) == MeasuredThings.Aspect.LENGTH
                        ? 0
                        : figures.followsLength(pairs);
        LengthGuard.Badge badge =
                switch (follows) {
                    case 1 -> LengthGuard.Badge.FOLLOWS_LONGER;
                    case -1 -> LengthGuard.Badge.FOLLOWS_SHORTER;
                    default -> LengthGuard.Badge.NONE;
                };
        return new LengthGuard(badge, figures.lengthMatched());
    }
}
