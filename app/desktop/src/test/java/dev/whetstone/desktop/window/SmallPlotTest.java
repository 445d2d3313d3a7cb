package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.plot.PlotModel;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SmallPlotTest {
    /// An exception in a layout pass would leave the whole window as it was.
    @Test
    void aPlotWithoutRoomDrawsNothingAndBreaksNothing() throws TimeoutException {
        var unused = FxToolkit.registerPrimaryStage();
        PlotModel model =
                new PlotModel(
                        new PlotModel.Axis("step", 0, 10, 0),
                        new PlotModel.Axis("", 0, 1, 2),
                        List.of(
                                new PlotModel.Line(
                                        PlotModel.Ink.SUBJECT,
                                        new double[] {0, 5},
                                        new double[] {0.2, 0.4},
                                        "chosen",
                                        PlotModel.Stroke.SOLID)));
        assertThatCode(
                        () ->
                                WaitForAsyncUtils.waitFor(
                                        WaitForAsyncUtils.asyncFx(
                                                () -> {
                                                    Plot plot = new Plot(model);
                                                    Scene scene = new Scene(new StackPane(plot));
                                                    scene.getRoot().applyCss();
                                                    for (int height = 0; height < 60; height++) {
                                                        plot.resize(200, height);
                                                        plot.layout();
                                                    }
                                                })))
                .doesNotThrowAnyException();
    }
}
