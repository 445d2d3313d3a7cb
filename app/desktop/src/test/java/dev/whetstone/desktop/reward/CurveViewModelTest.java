package dev.whetstone.desktop.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.whetstone.desktop.fake.FakeCurves;
import dev.whetstone.desktop.fake.FakeJob;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.curve.CurveReport;
import dev.whetstone.services.curve.LearningCurves;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.job.JobStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rules that help, and a job that a test moves by hand.
class CurveViewModelTest {
    private final Told told = new Told();
    private final FakeJob<CurveReport> job = new FakeJob<>("Measure the learning curve");
    private final CurveViewModel slow =
            new CurveViewModel(
                    new LearningCurves() {
                        @Override
                        public JobHandle<CurveReport> measure(long seed) {
                            return job;
                        }

                        @Override
                        public Optional<CurveReport> kept() {
                            return Optional.empty();
                        }
                    },
                    new DirectTaskRunner(),
                    told);

    @Test
    void aKeptCurveIsShownAtOnce() {
        FakeCurves curves = new FakeCurves();
        CurveViewModel model = new CurveViewModel(curves, new DirectTaskRunner(), told);
        model.load();
        assertThat(model.reportProperty().get()).isEmpty();
        var unused = curves.measure(1);
        model.load();
        assertThat(model.reportProperty().get()).contains(FakeCurves.report());
    }

    @Test
    void whileItMeasuresItSaysHowFarItIsAndStartsNoSecond() {
        slow.measure();
        job.report("Learning", 3, 20, 40, Map.of());
        assertThat(slow.statusProperty().get()).map(JobStatus::done).contains(3L);
        assertThat(slow.canMeasure().get()).isFalse();
        job.finish(FakeCurves.report());
        assertThat(slow.statusProperty().get()).isEmpty();
        assertThat(slow.canMeasure().get()).isTrue();
        assertThat(slow.reportProperty().get()).isPresent();
    }

    @Test
    void aCancelledMeasurementLeavesNothingRunning() {
        slow.measure();
        slow.cancel();
        assertThat(slow.statusProperty().get()).isEmpty();
        assertThat(slow.canMeasure().get()).isTrue();
        assertThat(slow.reportProperty().get()).isEmpty();
    }

    @Test
    void theNumberOfChoicesRunsOnALogScaleWithItsOwnTicks() {
        PlotModel plot =
                new CurvePlot(new Messages(Locale.ENGLISH)).of(FakeCurves.report().curve());
        assertThat(plot.x().ticks())
                .extracting(PlotModel.Tick::text)
                .containsExactly("20", "40", "80", "227");
        assertThat(plot.x().ticks().get(2).at() - plot.x().ticks().get(1).at())
                .isCloseTo(1, offset(1e-12));
        assertThat(plot.y().low()).isCloseTo(.5, offset(1e-12));
        assertThat(plot.y().high()).isCloseTo(.9, offset(1e-12));
        PlotModel.Line withRules = (PlotModel.Line) plot.layers().get(plot.layers().size() - 2);
        assertThat(withRules.y()).containsExactly(.70, .73, .75, .76);
    }
}
