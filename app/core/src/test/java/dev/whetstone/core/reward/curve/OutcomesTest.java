package dev.whetstone.core.reward.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.core.evaluate.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final int[] SIZES = {5, 10, 20, 40};
    private static final List<String> GROUPS =
            IntStream.range(0, 100).mapToObj(i -> "prompt " + i).toList();

    /// The same share of every judgement right, so that no draw of prompts changes anything.
    private static double[][] even(double... accuracies) {
        double[][] right = new double[accuracies.length][GROUPS.size()];
        for (int s = 0; s < right.length; s++) {
            Arrays.fill(right[s], accuracies[s]);
        }
        return right;
    }

    private static Outcomes outcomes(double[] choices, double[] withRules) {
        return new Outcomes(SIZES, GROUPS, even(choices), even(withRules));
    }

    @Test
    void worthIsInterpolatedOnTheLogOfTheNumber() {
        Outcomes of = outcomes(new double[] {.5, .6, .7, .8}, new double[] {.65, .7, .75, .8});
        assertThat(of.worth(0, 1).without()).isCloseTo(10 * Math.sqrt(2), within(1e-6));
        assertThat(of.worth(1, 1).without()).isCloseTo(20, within(1e-6));
        assertThat(of.worth(1, 1).each()).isCloseTo(2, within(1e-6));
    }

    @Test
    void anAccuracyThatChoicesNeverReachIsWorthMoreThanThereAre() {
        Worth worth =
                outcomes(new double[] {.5, .6, .7, .8}, new double[] {.9, .9, .9, .9}).worth(0, 1);
        assertThat(worth.reached()).isFalse();
        assertThat(worth.low()).isInfinite();
    }

    @Test
    void aDipOfTheCurveIsNotReachedTwice() {
        Outcomes of = outcomes(new double[] {.6, .5, .5, .8}, new double[] {.7, .7, .7, .7});
        assertThat(of.worth(0, 1).without())
                .isCloseTo(20 * Math.pow(2, (.7 - .6) / (.8 - .6)), within(1e-6));
    }

    @Test
    void worthIsNeverBelowTheFewestMeasured() {
        Outcomes of = outcomes(new double[] {.6, .7, .7, .8}, new double[] {.5, .5, .5, .5});
        assertThat(of.worth(3, 1).without()).isEqualTo(5);
    }

    @Test
    void theIntervalOfTheDifferenceIsPaired() {
        double[][] choices = even(.5, .5, .5, .5);
        double[][] withRules = even(.5, .5, .5, .5);
        for (int i = 0; i < GROUPS.size(); i++) {
            choices[0][i] = i % 2;
            withRules[0][i] = Math.min(1, i % 2 + .1 * (1 - i % 2));
        }
        Estimate difference = new Outcomes(SIZES, GROUPS, choices, withRules).difference(0, 1);
        assertThat(difference.value()).isCloseTo(.05, within(1e-12));
        // unpaired, the halves that alternate would make it about ten times as wide
        assertThat(difference.high() - difference.low()).isBetween(.01, .03);
    }
}
