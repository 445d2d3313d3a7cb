package dev.whetstone.core.reward.curve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.evaluate.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Verdicts are read from intervals.
class CurveTest {
    private static final Estimate ANY = new Estimate(.6, .5, .7);
    private static final Estimate ABOVE = new Estimate(.1, .02, .2);
    private static final Estimate UNCLEAR = new Estimate(.01, -.03, .05);
    private static final Estimate BELOW = new Estimate(-.1, -.2, -.01);

    /// After 5, 10, 20 ... comparisons.
    private static Curve curve(Estimate... differences) {
        List<CurvePoint> points = new ArrayList<>();
        int size = 5;
        for (Estimate difference : differences) {
            points.add(
                    new CurvePoint(
                            size, ANY, ANY, difference, 3, 40, new Worth(size, size, size, size)));
            size *= 2;
        }
        return new Curve(100, 50, 20, points, ANY);
    }

    @Test
    void rulesThatHelpAtEveryPointAlwaysHelp() {
        Curve.Verdict verdict = curve(ABOVE, ABOVE, ABOVE).verdict();
        assertThat(verdict).isEqualTo(new Curve.Verdict(Effect.HELP, 5, Effect.HELP));
        assertThat(verdict.always()).isTrue();
    }

    @Test
    void rulesThatStopHelpingDoSoFromTheFirstPointOfTheLastRun() {
        Curve.Verdict verdict = curve(UNCLEAR, ABOVE, UNCLEAR, UNCLEAR).verdict();
        assertThat(verdict).isEqualTo(new Curve.Verdict(Effect.NO_DIFFERENCE, 20, Effect.HELP));
        assertThat(verdict.always()).isFalse();
    }

    @Test
    void rulesMayHurtOnceThereAreManyChoices() {
        assertThat(curve(UNCLEAR, UNCLEAR, BELOW).verdict())
                .isEqualTo(new Curve.Verdict(Effect.HURT, 20, Effect.NO_DIFFERENCE));
    }

    @Test
    void anIntervalThatTouchesZeroIsNoDifference() {
        assertThat(Effect.of(new Estimate(.1, 0, .2))).isEqualTo(Effect.NO_DIFFERENCE);
        assertThat(Effect.of(new Estimate(-.1, -.2, 0))).isEqualTo(Effect.NO_DIFFERENCE);
    }

    @Test
    void theWorthIsToldOfATenthOfTheComparisons() {
        assertThat(curve(ANY, ANY, ANY, ANY, ANY, ANY).worth().with()).isEqualTo(10);
        assertThat(curve(ANY, ANY).worth().with()).isEqualTo(5);
    }
}
