package dev.whetstone.desktop.window;

import dev.whetstone.desktop.AppGraph;
import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.fake.FakeWorkbench;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Appearance;
import dev.whetstone.desktop.theme.Fonts;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.Workbench;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window over fakes, without a display; the only class of ours that names TestFX.
final class TestWindow implements AutoCloseable {
    private final FakeWorkbench workbench = new FakeWorkbench();
    private final Workbench behind;
    private final FxRobot robot = new FxRobot();
    private final AppGraph graph;
    private final Scene scene;

    /// Opens a project of the fake workbench, as a data scientist.
    TestWindow(Path folder, int width, int height) throws TimeoutException {
        this(folder, width, height, Optional.empty());
    }

    /// @param real another workbench than the fake one
    TestWindow(Path folder, int width, int height, Optional<Workbench> real)
            throws TimeoutException {
        behind = real.orElse(workbench);
        Stage stage = FxToolkit.registerPrimaryStage();
        AppGraph[] made = new AppGraph[1];
        Scene[] shown = new Scene[1];
        onScreen(
                () -> {
                    Fonts.load();
                    made[0] =
                            new AppGraph(
                                    behind,
                                    new Preferences(folder.resolve("p")),
                                    new NoDialogs(),
                                    new DirectTaskRunner(),
                                    new Messages(Locale.ENGLISH),
                                    () -> Instant.EPOCH,
                                    ZoneOffset.UTC);
                    shown[0] = new Scene(made[0].root(), width, height);
                    made[0].install(shown[0]);
                    stage.setScene(shown[0]);
                    stage.show();
                    stage.requestFocus();
                    made[0].shell().setRole(Role.DATA_SCIENTIST);
                    made[0].open(folder.resolve("claims.whetstone"));
                });
        graph = made[0];
        scene = shown[0];
    }

    FakeWorkbench workbench() {
        return workbench;
    }

    AppGraph graph() {
        return graph;
    }

    Scene scene() {
        return scene;
    }

    void show(ScreenId screen) {
        onScreen(() -> graph.show(screen));
        onScreen(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
    }

    void look(Appearance appearance) {
        onScreen(() -> graph.theme().set(appearance));
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void write(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void click(String selector) {
        robot.clickOn(selector);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The text of a text area of ours.
    String text(String selector) {
        return scene.getRoot().lookup(selector).lookup(".styled-text-area")
                        instanceof StyleClassedTextArea area
                ? area.getText()
                : "";
    }

    /// JavaFX looks up one selector at a time.
    Set<Node> all(String... selectors) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (String selector : selectors) {
            nodes.addAll(scene.getRoot().lookupAll(selector));
        }
        return nodes;
    }

    void onScreen(Runnable action) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() throws TimeoutException {
        onScreen(graph::close);
        FxToolkit.cleanupStages();
        WaitForAsyncUtils.clearExceptions();
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a test runs on its own thread");
        }
    }

    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<Path> open(String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
