package dev.whetstone.services.curve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.core.reward.curve.Curve;
import dev.whetstone.core.reward.curve.CurvePoint;
import dev.whetstone.core.reward.curve.Worth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Points after 5, 10, 20 ... choices.
class CurveWordsTest {
    private static final Estimate ANY = new Estimate(.6, .5, .7);
    private static final Estimate HELP = new Estimate(.12, .03, .2);
    private static final Estimate NONE = new Estimate(.004, -.021, .03);
    private static final Estimate HURT = new Estimate(-.05, -.08, -.02);
    private static final double MORE = Double.POSITIVE_INFINITY;

    private static List<String> words(Worth worth, int written, Estimate... differences) {
        List<CurvePoint> points = new ArrayList<>();
        int size = 5;
        for (Estimate difference : differences) {
            points.add(new CurvePoint(size, ANY, ANY, difference, 3, 40, worth));
            size *= 2;
        }
        return new CurveReport(
                        new Curve(100, 50, 20, points, ANY),
                        60,
                        60,
                        new CurveReport.RuleCount(3, written, 0),
                        1,
                        Instant.EPOCH,
                        10,
                        false)
                .words();
    }

    private static String verdict(Estimate... differences) {
        return words(new Worth(5, 20, 10, 40), 0, differences).getFirst();
    }

    @Test
    void rulesThatHelpAreSaidToHelpWithTheirInterval() {
        assertThat(verdict(HELP, HELP))
                .isEqualTo(
                        "Rules help, with few choices and with many. With 10 choices the"
                                + " difference is +12.0 points (+3.0 to +20.0).");
        assertThat(verdict(NONE, HELP)).startsWith("Rules help from about 10 choices on.");
    }

    @Test
    void rulesThatStopHelpingAddNothingThatCouldBeMeasured() {
        assertThat(verdict(HELP, HELP, NONE, NONE))
                .startsWith(
                        "Rules help up to about 10 choices; from about 20 on they add nothing that"
                                + " could be measured. With 40 choices the difference is +0.4"
                                + " points (−2.1 to +3.0).");
    }

    @Test
    void withoutAnyDifferenceNothingIsClaimed() {
        assertThat(verdict(NONE, NONE)).startsWith("No difference was found");
        assertThat(verdict(HURT, NONE))
                .startsWith("Rules make it worse up to about 5 choices; from about 10 on no");
    }

    @Test
    void rulesThatHurtAreSaidToHurt() {
        assertThat(verdict(HURT, HURT)).startsWith("Rules make it worse, with few choices");
        assertThat(verdict(HELP, HURT)).startsWith("Rules make it worse from about 10 choices on.");
    }

    @Test
    void theWorthOfAnExplainedChoiceHasItsInterval() {
        assertThat(words(new Worth(5, 31, 12.4, MORE), 0, HELP, HELP, HELP, HELP).getLast())
                .isEqualTo(
                        "5 choices with reasons do as well as 31 (12 to more than 40) without: one"
                                + " is worth 6.2.");
    }

    @Test
    void anAccuracyThatIsNotReachedIsWorthMoreThanThereIs() {
        assertThat(words(new Worth(5, MORE, 15, MORE), 0, HELP, HELP, HELP).getLast())
                .isEqualTo(
                        "5 choices with reasons do better than all 20 without: one is worth more"
                                + " than 4.0 (95 % sure only of 3.0).");
    }

    @Test
    void rulesThatNobodyExplainedAreNoReasons() {
        assertThat(words(new Worth(5, 5, 5, 8), 2, NONE, NONE).getLast())
                .isEqualTo("5 choices with rules do as well as 5 (5 to 8) without.");
    }
}
