package dev.whetstone.desktop.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.whetstone.desktop.fake.FakeRewards;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.plot.PlotModel;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.reward.ReliabilityBin;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.ScoredText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RewardViewModelTest {
    private final Told told = new Told();
    private final RewardViewModel model =
            new RewardViewModel(new FakeRewards(), new DirectTaskRunner(), told);

    @Test
    void theNewestVersionComesFirstWithItsScores() {
        model.load();
        assertThat(model.versionsProperty().get().getFirst().number()).isEqualTo(2);
        assertThat(model.scoredProperty().get()).hasSize(260);
    }

    @Test
    void trainingAddsAVersion() {
        model.load();
        model.train();
        assertThat(model.versionsProperty().get().getFirst().number()).isEqualTo(3);
        assertThat(model.trainingProperty().get()).isFalse();
        assertThat(told.saves()).isEqualTo(1);
    }

    @Test
    void aScoreIsExplainedWhenThereIsAReply() {
        model.load();
        assertThat(model.canAsk().get()).isFalse();
        model.responseProperty().set("We will pay.");
        assertThat(model.canAsk().get()).isTrue();
        model.explain();
        assertThat(model.whyProperty().get().orElseThrow().score().value()).isEqualTo(-1.34);
    }

    @Test
    void theTrendIsTheLeastSquaresLine() {
        PlotModel plot =
                new RewardPlots(new Messages(Locale.ENGLISH))
                        .length(List.of(new ScoredText(100, 1), new ScoredText(200, 3)));
        PlotModel.Line trend = (PlotModel.Line) plot.layers().getLast();
        double slope = (trend.y()[1] - trend.y()[0]) / (trend.x()[1] - trend.x()[0]);
        assertThat(slope).isCloseTo(.02, offset(1e-12));
    }

    @Test
    void reliabilityIsDrawnOnTheSideThatTheModelPredicts() {
        PlotModel plot =
                new RewardPlots(new Messages(Locale.ENGLISH))
                        .reliability(
                                new RewardReport(
                                        61,
                                        Estimate.NONE,
                                        Estimate.NONE,
                                        Estimate.NONE,
                                        .3,
                                        .1,
                                        .1,
                                        .2,
                                        0,
                                        List.of(
                                                new ReliabilityBin(.06, .25, 4),
                                                new ReliabilityBin(.96, 1, 4))));
        PlotModel.Dots dots = (PlotModel.Dots) plot.layers().getLast();
        assertThat(plot.x().low()).isEqualTo(.5);
        assertThat(dots.x()).containsExactly(new double[] {.95}, offset(1e-12));
        assertThat(dots.y()).containsExactly(new double[] {.875}, offset(1e-12));
    }
}
