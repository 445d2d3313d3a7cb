package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesPanelTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 1000, 900);
        window.show(ScreenId.SETTINGS);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private boolean says(String part) {
        return window.all(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(part));
    }

    @Test
    void eachEngineSaysWhetherItWorksAndWhyNot() {
        assertThat(says("libcudart.so.13: cannot open shared object")).isTrue();
        assertThat(says("computes rightly on NVIDIA RTX A4000")).isTrue();
        assertThat(says("2.1 of 17.0 GB in use, driver 570.86")).isTrue();
        assertThat(window.all("#enable-torch-2.13.0-cu130")).isEmpty();
    }

    @Test
    void anEngineForTheGpuBringsTheChoiceOfDevice() {
        assertThat(window.all("#device-cuda")).isEmpty();
        window.onScreen(() -> fire("enable-torch-2.7.1-cu128"));
        assertThat(window.workbench().engines().device().name()).isEqualTo("cuda");
        assertThat(window.all("#device-cuda")).hasSize(1);
        window.onScreen(() -> fire("device-cpu"));
        assertThat(window.workbench().engines().device().name()).isEqualTo("cpu");
    }

    /// Ids hold dots, which selectors do not take.
    private void fire(String id) {
        window.all(".button", ".toggle-button").stream()
                .filter(node -> id.equals(node.getId()))
                .map(javafx.scene.control.ButtonBase.class::cast)
                .findFirst()
                .orElseThrow()
                .fire();
    }
}
