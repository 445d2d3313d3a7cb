package dev.whetstone.desktop.fake;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurvePoint;
import dev.whetstone.core.reward.curve.Worth;
import dev.whetstone.services.curve.CurveReport;
import dev.whetstone.services.curve.LearningCurves;
import dev.whetstone.services.job.JobHandle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A curve that is there once it was measured.
public final class FakeCurves implements LearningCurves {
    private Optional<CurveReport> kept = Optional.empty();

    /// Rules that help up to 80 choices.
    public static CurveReport report() {
        return new CurveReport(
                new Curve(
                        284,
                        120,
                        20,
                        List.of(
                                point(20, .58, .70, .12, .04),
                                point(40, .61, .73, .11, .04),
                                point(80, .66, .75, .08, .05),
                                point(227, .74, .76, .02, .04)),
                        new Estimate(.70, .64, .76)),
                284,
                284,
                new CurveReport.RuleCount(9, 0, 2),
                1,
                Instant.parse("2026-11-02T10:15:00Z"),
                21,
                false);
    }

    private static CurvePoint point(
            int size, double choices, double withRules, double difference, double half) {
        return new CurvePoint(
                size,
                around(choices, .05),
                around(withRules, .05),
                around(difference, half),
                4,
                600,
                new Worth(size, 5.5 * size, 3 * size, Double.POSITIVE_INFINITY));
    }

    private static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }

    @Override
    public JobHandle<CurveReport> measure(long seed) {
        kept = Optional.of(report());
        return FakeJob.done("Measure the learning curve", report());
    }

    @Override
    public Optional<CurveReport> kept() {
        return kept;
    }
}
