package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Role;
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
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyledTextArea;

/// The desktop with a project, worked by a program instead of a person, with preferences of its
/// own. Its methods run on any thread but the JavaFX thread. Needs the headless platform:
/// `-Dglass.platform=Headless -Dprism.order=sw`.
final class HeadlessWindow implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int THREADS = 3;
    private static final long PATIENCE_SECONDS = 60;

    private final Path preferences;
    private final AppGraph graph;
    private final Scene scene;
    private final FxTaskRunner runner;

    private HeadlessWindow(Path preferences, AppGraph graph, Scene scene, FxTaskRunner runner) {
        this.preferences = preferences;
        this.graph = graph;
        this.scene = scene;
        this.runner = runner;
    }

    /// Starts JavaFX; the project is opened in the background.
    static HeadlessWindow open(Path project, Role role, Places places)
            throws IOException, InterruptedException {
        Path preferences = Files.createTempDirectory("whetstone-window").resolve("desktop");
        CompletableFuture<HeadlessWindow> ready = new CompletableFuture<>();
        Platform.startup(
                () -> {
                    try {
                        ready.complete(show(preferences, project, role, places));
                    } catch (RuntimeException failure) {
                        ready.completeExceptionally(failure);
                    }
                });
        return await(ready);
    }

    private static HeadlessWindow show(Path preferences, Path project, Role role, Places places) {
        Fonts.load();
        Stage stage = new Stage();
        FxTaskRunner runner = new FxTaskRunner(Executors.newFixedThreadPool(THREADS));
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
        graph.shell().setRole(role);
        graph.open(project);
        return new HeadlessWindow(preferences, graph, scene, runner);
    }

    AppGraph graph() {
        return graph;
    }

    Scene scene() {
        return scene;
    }

    FxTaskRunner runner() {
        return runner;
    }

    /// Runs on the JavaFX thread and waits until it is done.
    void onScreen(Runnable action) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        runner.onScreen(
                () -> {
                    try {
                        action.run();
                        done.complete(true);
                    } catch (RuntimeException failure) {
                        done.completeExceptionally(failure);
                    }
                });
        boolean unused = await(done);
    }

    /// The node of a selector; on the JavaFX thread.
    ///
    /// @throws IllegalStateException when the screen has none
    Node node(String selector) {
        Node node = scene.lookup(selector);
        if (node == null) {
            throw new IllegalStateException("the window has no " + selector);
        }
        return node;
    }

    /// The field in which a person says why; on the JavaFX thread.
    StyledTextArea<?, ?> reason() {
        if (node("#why-text").lookup(".styled-text-area") instanceof StyledTextArea<?, ?> area) {
            return area;
        }
        throw new IllegalStateException("the reason cannot be typed");
    }

    /// Prefers the right reply on the Compare screen; on the JavaFX thread.
    void preferRight() {
        Event.fireEvent(
                node(".responses"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.J, false, false, false, false));
    }

    /// @throws IllegalStateException when the window does not answer for a minute, or failed
    static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        graph.close();
        Platform.exit();
        Files.deleteIfExists(preferences);
        Files.deleteIfExists(preferences.getParent());
    }
}
