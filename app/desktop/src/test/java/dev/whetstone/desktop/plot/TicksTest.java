package dev.whetstone.desktop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticksAreRoundAndInside() {
        assertThat(Ticks.between(0, 1, 5)).hasSize(6);
        List<Double> ticks = Ticks.between(-2.3, 3.1, 6);
        assertThat(ticks.getFirst()).isEqualTo(-2.0, within(1e-9));
        assertThat(ticks.getLast()).isEqualTo(3.0, within(1e-9));
    }

    @Test
    void anAxisHoldsAllFiniteValues() {
        PlotModel.Axis axis = PlotModel.Axis.around("", 1, 2, Double.NaN, 4);
        assertThat(axis.low()).isLessThan(2);
        assertThat(axis.high()).isGreaterThan(4);
    }

    @Test
    void oneValueStillMakesAnAxis() {
        PlotModel.Axis axis = PlotModel.Axis.around("", 1, 3);
        assertThat(axis.high()).isGreaterThan(axis.low());
    }
}
