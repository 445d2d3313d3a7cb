package dev.whetstone.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static RewardPair pair(String prompt, int chosen, int rejected, double p) {
        return new RewardPair("pair", prompt, new int[chosen], new int[rejected], p, 0);
    }

    private static List<RewardPair> pairs(int prompts) {
        return IntStream.range(0, 3 * prompts)
                .mapToObj(i -> pair("prompt " + i % prompts, 2, 3, 1))
                .toList();
    }

    @Test
    void noPromptIsOnBothSides() {
        HeldOut parts = HeldOut.of(pairs(10), .2, 1);
        assertThat(parts.measured()).hasSize(6);
        assertThat(parts.training()).hasSize(24);
        List<String> held = parts.measured().stream().map(RewardPair::prompt).toList();
        assertThat(parts.training()).noneMatch(pair -> held.contains(pair.prompt()));
    }

    @Test
    void atLeastOnePromptIsHeldOutAndOneTrainedOn() {
        assertThat(HeldOut.of(pairs(3), .01, 1).measured()).hasSize(3);
        assertThat(HeldOut.of(pairs(3), .99, 1).training()).hasSize(3);
        assertThat(HeldOut.of(pairs(1), .5, 1).measured()).isEmpty();
        assertThat(HeldOut.of(pairs(3), 0, 1).measured()).isEmpty();
    }

    @Test
    void accuracyStandsBesideLongestWins() {
        HeldOutResult.Tally tally = new HeldOutResult.Tally();
        tally.pair(pair("a", 5, 3, 1), 2, 1);
        tally.pair(pair("a", 3, 5, 1), 1, 2);
        tally.pair(pair("b", 5, 3, .2), -1, 1);
        tally.pair(pair("c", 4, 4, 1), 1, 1);
        tally.pair(pair("d", 9, 1, .5), 3, -3);
        HeldOutResult result = tally.result().getFirst();
        assertThat(result.pairs()).isEqualTo(4);
        assertThat(result.prompts()).isEqualTo(4);
        assertThat(result.accuracy().value()).isEqualTo(.5);
        assertThat(result.longestWins().value()).isEqualTo(.25);
        double expected =
                (Math.log1p(Math.exp(-1))
                                + Math.log1p(Math.exp(1))
                                + .2 * Math.log1p(Math.exp(2))
                                + .8 * Math.log1p(Math.exp(-2))
                                + Math.log(2)
                                + .5 * Math.log1p(Math.exp(-6))
                                + .5 * Math.log1p(Math.exp(6)))
                        / 5;
        assertThat(result.logLoss()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void tiesAloneMeasureNothing() {
        HeldOutResult.Tally tally = new HeldOutResult.Tally();
        tally.pair(pair("a", 5, 3, .5), 2, 1);
        assertThat(tally.result()).isEmpty();
    }

    /// The closed form in double precision: 8 of 10 gives 0.49016247 to 0.94331785.
    @Test
    void theIntervalIsWilsons() {
        Share share = Share.of(8, 10);
        assertThat(share.low()).isCloseTo(0.49016247, within(1e-8));
        assertThat(share.high()).isCloseTo(0.94331785, within(1e-8));
    }
}
