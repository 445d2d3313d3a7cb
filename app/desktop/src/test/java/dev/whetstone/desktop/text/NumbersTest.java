package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void sharesHaveNoLeadingZero() {
        assertThat(Numbers.share(.0431)).isEqualTo(".043");
        assertThat(Numbers.two(1)).isEqualTo("1.00");
    }

    @Test
    void minusIsAMinusAndZeroHasNone() {
        assertThat(Numbers.two(-1.34)).isEqualTo("−1.34");
        assertThat(Numbers.two(-0.0001)).isEqualTo(".00");
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(Numbers.share(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void lengthsOfTimeAreRoundedAsAPersonWould() {
        assertThat(Durations.words(40.4)).isEqualTo("40 s");
        assertThat(Durations.words(150)).isEqualTo("3 min");
        assertThat(Durations.words(7_560)).isEqualTo("2 h 6 min");
    }
}
