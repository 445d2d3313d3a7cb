package dev.whetstone.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.evaluate.HeadToHead.Better;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeadToHeadTest {
    private static HeadToHead of(double[] first, double[] second, double... outcomes) {
        return HeadToHead.of(new Predictions(first, outcomes), new Predictions(second, outcomes));
    }

    @Test
    void whereTheyDifferOneOfThemIsRight() {
        HeadToHead of = of(new double[] {.9, .8, .2, .3}, new double[] {1, 0, 0, 1}, 1, 1, 1, 0);
        assertThat(of.items()).isEqualTo(4);
        assertThat(of.first().value()).isEqualTo(.75);
        assertThat(of.second().value()).isEqualTo(.25);
        assertThat(of.apart()).isEqualTo(2);
        assertThat(of.firstApart().value()).isEqualTo(1);
    }

    @Test
    void tiesAndTheUndecidedTakeNoSide() {
        HeadToHead of = of(new double[] {.5, .9, .9}, new double[] {0, 0, .5}, 1, .5, 0);
        assertThat(of.items()).isEqualTo(2);
        assertThat(of.apart()).isZero();
        assertThat(of.first().value()).isEqualTo(.25);
        assertThat(of.firstApart().defined()).isFalse();
        assertThat(of.better()).isEqualTo(Better.UNSETTLED);
    }

    /// Wilson's interval of 3 in 3 begins at .44, of 4 in 4 at .51.
    @Test
    void fewDifferencesSettleNothing() {
        assertThat(allOnA(3, 1).better()).isEqualTo(Better.UNSETTLED);
        assertThat(allOnA(4, 1).better()).isEqualTo(Better.FIRST);
        assertThat(allOnA(4, 0).better()).isEqualTo(Better.SECOND);
    }

    private static HeadToHead allOnA(int items, double outcome) {
        double[] first = new double[items];
        double[] outcomes = new double[items];
        Arrays.fill(first, .7);
        Arrays.fill(outcomes, outcome);
        return of(first, new double[items], outcomes);
    }

    @Test
    void differentNumbersOfItemsAreRefused() {
        assertThatThrownBy(
                        () ->
                                HeadToHead.of(
                                        new Predictions(new double[1], new double[1]),
                                        new Predictions(new double[2], new double[2])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
