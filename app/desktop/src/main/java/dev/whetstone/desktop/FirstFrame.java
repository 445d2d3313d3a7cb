package dev.whetstone.desktop;

import dev.whetstone.services.bench.ProcessMemory;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Notes when the first frame was on the screen and the window answered, then closes the window.
record FirstFrame(Path out) {
    /// Call after the window is shown.
    void watch(Scene scene, Stage stage) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        // the pulse goes on to draw; what is queued behind it runs when input would
                        Platform.runLater(() -> Platform.runLater(() -> note(stage)));
                    }
                });
        Platform.requestNextPulse();
    }

    private void note(Stage stage) {
        JsonFiles.write(
                out,
                JsonFiles.object()
                        .put("epoch_millis", System.currentTimeMillis())
                        .put("peak_rss_mb", ProcessMemory.peakMegabytes()));
        stage.close();
    }
}
