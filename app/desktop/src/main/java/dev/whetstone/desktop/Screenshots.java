package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.NativeFileDialogs;
import dev.whetstone.desktop.task.FxTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Fonts;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Pictures of every screen of a real project, in every look. Needs the headless platform:
/// `-Dglass.platform=Headless -Dprism.order=sw`.
public final class Screenshots {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long OPEN_MILLIS = 6_000;

    private Screenshots() {}

    public static void take(Path project, Path folder, Places places)
            throws IOException, InterruptedException {
        Path preferences = Files.createTempDirectory("whetstone-screens").resolve("desktop");
        CompletableFuture<ScreenRecorder> ready = new CompletableFuture<>();
        CompletableFuture<AppGraph> made = new CompletableFuture<>();
        Platform.startup(
                () -> {
                    try {
                        Fonts.load();
                        Stage stage = new Stage();
                        FxTaskRunner runner = new FxTaskRunner(Executors.newFixedThreadPool(3));
                        AppGraph graph =
                                new AppGraph(
                                        ServiceGraph.standard(places),
                                        new Preferences(preferences),
                                        new NativeFileDialogs(stage),
                                        runner,
                                        new Messages(Locale.ENGLISH),
                                        InstantSource.system(),
                                        ZoneId.systemDefault());
                        Scene scene = new Scene(graph.root(), WIDTH, HEIGHT);
                        graph.install(scene);
                        stage.setScene(scene);
                        stage.show();
                        graph.shell().setRole(Role.DATA_SCIENTIST);
                        graph.open(project);
                        made.complete(graph);
                        ready.complete(new ScreenRecorder(graph, scene, runner, folder));
                    } catch (RuntimeException failure) {
                        made.completeExceptionally(failure);
                        ready.completeExceptionally(failure);
                    }
                });
        try {
            ScreenRecorder recorder = ready.join();
            TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            // once to let every screen count and load, once for the pictures
            for (ScreenId screen : ScreenId.values()) {
                recorder.onScreen(() -> made.join().shell().show(screen));
                TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            }
            recorder.record(List.of(ScreenId.values()), List.of(ScreenRecorder.Look.values()));
            made.join().close();
        } finally {
            Platform.exit();
        }
    }
}
