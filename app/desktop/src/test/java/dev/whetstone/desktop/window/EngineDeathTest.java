package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineDeathTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 990, 900);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private void dieWhileAligning() {
        window.show(ScreenId.ALIGN);
        window.onScreen(() -> window.graph().actions().get("align.new").run());
        window.click("#align-check");
        window.onScreen(() -> window.graph().actions().get("align.start").run());
        window.onScreen(
                () -> {
                    window.workbench().engine().die();
                    window.workbench()
                            .alignments()
                            .job()
                            .report("training", 3, 10, 5, Map.of("loss", .6, "step", 3.0));
                    window.workbench()
                            .alignments()
                            .job()
                            .fail(
                                    new ServiceException(
                                            "worker.died", "The worker ended.", "Try again."));
                });
    }

    @Test
    void aDeadWorkerIsANoticeWithARestartAndTheWindowGoesOn() {
        dieWhileAligning();
        assertThat(window.graph().shell().noticeProperty().get())
                .isEqualTo("The worker ended. Try again.");
        assertThat(window.graph().shell().failureProperty().get()).isEmpty();
        var offer = window.graph().shell().offerProperty().get().orElseThrow();
        assertThat(offer.verb()).isEqualTo("Start the engine again");
        window.onScreen(() -> offer.effect().run());
        assertThat(window.workbench().engine().starts()).isEqualTo(1);
        window.show(ScreenId.COMPARE);
        assertThat(window.all("#compare-left")).isNotEmpty();
    }

    @Test
    void settingsShowTheDeathAndStartAnother() {
        window.workbench().engine().die();
        window.show(ScreenId.SETTINGS);
        assertThat(window.scene().getRoot().lookup("#engine-start").isVisible()).isTrue();
        window.click("#engine-start");
        assertThat(window.workbench().engine().starts()).isEqualTo(1);
        assertThat(window.scene().getRoot().lookup("#engine-start").isVisible()).isFalse();
    }
}
