package dev.whetstone.desktop;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.screenshot.PngWriter;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.theme.Appearance;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Takes pictures of a window's screens, each in each look. Its methods run on any thread but the
/// JavaFX thread.
public final class ScreenRecorder {
    private static final long SETTLE_MILLIS = 1_500;

    private final AppGraph graph;
    private final Scene scene;
    private final TaskRunner runner;
    private final Path folder;

    /// How the pictures are to look.
    public enum Look {
        LIGHT(new Appearance(Appearance.Mode.LIGHT, 100)),
        DARK(new Appearance(Appearance.Mode.DARK, 100)),
        LARGE(new Appearance(Appearance.Mode.LIGHT, 150));

        private final Appearance appearance;

        Look(Appearance appearance) {
            this.appearance = appearance;
        }
    }

    public ScreenRecorder(AppGraph graph, Scene scene, TaskRunner runner, Path folder) {
        this.graph = graph;
        this.scene = scene;
        this.runner = runner;
        this.folder = folder;
    }

    /// Writes `screen-look.png` for each of the screens and looks.
    public void record(List<ScreenId> screens, List<Look> looks)
            throws IOException, InterruptedException {
        for (ScreenId screen : screens) {
            record(name(screen), screen, looks);
        }
    }

    /// Writes `name-look.png` of one screen for each of the looks.
    public void record(String name, ScreenId screen, List<Look> looks)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (Look look : looks) {
            onScreen(
                    () -> {
                        graph.theme().set(look.appearance);
                        graph.shell().show(screen);
                    });
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            take(name + "-" + look.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Writes one picture of what is on the screen now.
    public void take(String name) throws IOException, InterruptedException {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        runner.onScreen(() -> picture.complete(scene.snapshot(null)));
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".png")))) {
            PngWriter.write(await(picture), out);
        }
    }

    private static String name(ScreenId screen) {
        return screen.name().toLowerCase(Locale.ROOT);
    }

    /// Runs on the JavaFX thread and waits until it is done.
    public void onScreen(Runnable action) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        runner.onScreen(
                () -> {
                    action.run();
                    done.complete(true);
                });
        boolean unused = await(done);
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the screen did not answer", e);
        }
    }
}
