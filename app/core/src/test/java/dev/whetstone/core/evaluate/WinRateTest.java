package dev.whetstone.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WinRateTest {
    private static final int N = 60;
    private static final double SD = 230.804537;
    private static final double[] BASE =
            IntStream.range(0, N).mapToDouble(i -> 1000 + 37 * (i % 11)).toArray();
    private static final double[] MODEL =
            IntStream.range(0, N).mapToDouble(i -> 1000 + 29 * (i % 11) + 61 * (i % 13)).toArray();
    private static final double[] PREFERENCE =
            IntStream.range(0, N)
                    .mapToDouble(
                            i ->
                                    Logistic.sigmoid(
                                            0.3
                                                    - 1.1 * Math.tanh((BASE[i] - MODEL[i]) / SD)
                                                    + 0.8 * Math.sin(1.7 * i)))
                    .toArray();

    /// Unregularised maximum likelihood of AlpacaEval's minimal model on this recipe.
    @Test
    void lengthControlledMinimal() {
        Estimate rate = WinRate.lengthControlled(PREFERENCE, BASE, MODEL, new Random(1));
        assertThat(100 * rate.value()).isCloseTo(57.914035, within(1e-4));
        assertThat(WinRate.lengthControlledWeights(PREFERENCE, BASE, MODEL))
                .containsExactly(new double[] {-0.962701, 0.319245}, within(1e-5));
        assertThat(rate.low()).isLessThan(rate.value());
        assertThat(rate.high()).isGreaterThan(rate.value());
    }

    @Test
    void rawIsTheMeanPreference() {
        Estimate rate = WinRate.raw(PREFERENCE);
        assertThat(100 * rate.value()).isCloseTo(71.902653, within(1e-5));
    }

    @Test
    void missingPreferencesAreLeftOut() {
        Estimate rate = WinRate.raw(new double[] {1, Double.NaN, 0.5, 0});
        assertThat(rate.value()).isEqualTo(0.5);
    }

    /// Wilson's interval of 150 wins in 150: 1 / (1 + z z / n) = .975.
    @Test
    void whereEveryPromptIsWonNothingIsCertain() {
        double[] won = new double[150];
        Arrays.fill(won, 1);
        Estimate raw = WinRate.raw(won);
        assertThat(raw.value()).isEqualTo(1);
        assertThat(raw.low()).isCloseTo(0.97503, within(1e-5));
        double[] length = IntStream.range(0, 150).mapToDouble(i -> i).toArray();
        double[] other = IntStream.range(0, 150).mapToDouble(i -> i % 7).toArray();
        assertThat(WinRate.lengthControlled(won, length, other, new Random(1))).isEqualTo(raw);
    }

    @Test
    void equalLengthsLeaveTheRawRate() {
        double[] same = new double[] {10, 20, 30};
        Estimate rate = WinRate.lengthControlled(new double[] {1, 0, 1}, same, same, new Random(1));
        assertThat(rate.value()).isCloseTo(2 / 3.0, within(1e-6));
    }

    @Test
    void aBootstrapDrawsWholeGroups() {
        double[] values = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 1 : 0).toArray();
        List<Integer> two = IntStream.range(0, 40).map(i -> i < 20 ? 0 : 1).boxed().toList();
        List<Integer> own = IntStream.range(0, 40).boxed().toList();
        Estimate grouped = mean(values, two);
        Estimate single = mean(values, own);
        assertThat(grouped.low()).isZero();
        assertThat(grouped.high()).isEqualTo(1);
        assertThat(single.low()).isBetween(.3, .45);
    }

    private static Estimate mean(double[] values, List<Integer> groups) {
        return new Bootstrap(groups, 500, new Random(2))
                .interval(
                        items ->
                                IntStream.of(items)
                                        .mapToDouble(i -> values[i])
                                        .average()
                                        .orElseThrow());
    }
}
