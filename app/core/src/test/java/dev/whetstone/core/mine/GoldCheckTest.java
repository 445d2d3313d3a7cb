package dev.whetstone.core.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GoldCheckTest {
    /// I_.5(a, b) = sum over j from a to a + b - 1 of C(a + b - 1, j) / 2^(a + b - 1).
    @Test
    void isTheBetaTailBelowOneHalf() {
        assertThat(new GoldCheck(0, 0).wrongWay()).isCloseTo(46.0 / 512, within(1e-12));
        assertThat(new GoldCheck(0, 1).wrongWay()).isCloseTo(176.0 / 1024, within(1e-12));
        assertThat(new GoldCheck(3, 7).wrongWay()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void aFewWrongVotesAreNotEnough() {
        assertThat(new GoldCheck(0, 4).goesTheOtherWay()).isFalse();
        assertThat(new GoldCheck(0, 9).goesTheOtherWay()).isTrue();
        assertThat(new GoldCheck(20, 25).goesTheOtherWay()).isFalse();
    }
}
