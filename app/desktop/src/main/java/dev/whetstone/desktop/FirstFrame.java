package dev.whetstone.desktop;

import dev.whetstone.services.bench.ProcessMemory;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Notes when the first frame was on the screen and the window answered, then closes the window.
record FirstFrame(Path out) {
    /// Pulses after the first layout: one draws the frame, the next runs when input would.
    private static final int PULSES = 2;

    /// Call after the window is shown.
    void watch(Scene scene, Stage stage) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        countPulses(stage);
                    }
                });
        Platform.requestNextPulse();
    }

    private void countPulses(Stage stage) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == PULSES) {
                    stop();
                    note(stage);
                }
            }
        }.start();
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
