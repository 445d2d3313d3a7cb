package dev.whetstone.desktop;

import dev.whetstone.desktop.control.NativeFileDialogs;
import dev.whetstone.desktop.task.FxTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Fonts;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.Workbench;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The program's window, from the start of JavaFX to its end.
final class DesktopWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int THREADS = 4;

    private DesktopWindow() {}

    /// Shows the window and waits until it is closed.
    ///
    /// @param projects the first one is opened
    static void open(Supplier<Workbench> workbench, Path preferences, List<Path> projects) {
        open(workbench, preferences, projects, (scene, stage) -> {});
    }

    /// Hears when the window is shown.
    @FunctionalInterface
    interface Shown {
        void shown(Scene scene, Stage stage);
    }

    static void open(
            Supplier<Workbench> workbench, Path preferences, List<Path> projects, Shown shown) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Platform.startup(
                () -> {
                    try {
                        show(workbench.get(), preferences, projects, shown, closed);
                    } catch (RuntimeException failure) {
                        closed.completeExceptionally(failure);
                    }
                });
        try {
            boolean unused = closed.join();
        } finally {
            Platform.exit();
        }
    }

    private static void show(
            Workbench workbench,
            Path preferences,
            List<Path> projects,
            Shown shown,
            CompletableFuture<Boolean> closed) {
        Fonts.load();
        Stage stage = new Stage();
        Messages messages = new Messages(Locale.getDefault());
        AppGraph graph =
                new AppGraph(
                        workbench,
                        new Preferences(preferences),
                        new NativeFileDialogs(stage),
                        new FxTaskRunner(executor()),
                        messages,
                        InstantSource.system(),
                        ZoneId.systemDefault());
        Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        graph.root(),
                        Math.min(WIDTH, bounds.getWidth()),
                        Math.min(HEIGHT, bounds.getHeight()));
        graph.install(scene);
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> graph.shell().failed(failure));
        stage.setTitle(messages.t("shell.product"));
        stage.setScene(scene);
        stage.setOnHidden(
                event -> {
                    graph.close();
                    closed.complete(true);
                });
        stage.show();
        shown.shown(scene, stage);
        projects.stream().findFirst().ifPresent(graph::open);
    }

    private static ExecutorService executor() {
        return Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("desktop-", 0).factory());
    }
}
