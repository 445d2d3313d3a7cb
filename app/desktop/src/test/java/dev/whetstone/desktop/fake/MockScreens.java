package dev.whetstone.desktop.fake;

import dev.whetstone.desktop.AppGraph;
import dev.whetstone.desktop.ScreenRecorder;
import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.task.FxTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Fonts;
import dev.whetstone.desktop.theme.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Pictures of the screens over the fakes: `MockScreens OUT [SCREEN...]`.
public final class MockScreens {
    private MockScreens() {}

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        List<ScreenId> screens =
                args.length > 1
                        ? Arrays.stream(args)
                                .skip(1)
                                .map(a -> ScreenId.valueOf(a.toUpperCase(Locale.ROOT)))
                                .toList()
                        : List.of(ScreenId.values());
        Platform.startup(() -> {});
        Fonts.load();
        FileDialogs none = new NoDialogs();
        AppGraph[] graph = new AppGraph[1];
        Scene[] scene = new Scene[1];
        Path project = Files.createTempFile("Claims desk", ".whetstone");
        FxTaskRunner runner = new FxTaskRunner(Executors.newFixedThreadPool(3));
        CompletableFuture<ScreenRecorder> made = new CompletableFuture<>();
        runner.onScreen(
                () -> {
                    Preferences preferences =
                            new Preferences(project.resolveSibling("mock.properties"));
                    graph[0] =
                            new AppGraph(
                                    new FakeWorkbench(),
                                    preferences,
                                    none,
                                    runner,
                                    new Messages(Locale.ENGLISH),
                                    InstantSource.system(),
                                    ZoneId.of("UTC"));
                    scene[0] = new Scene(graph[0].root(), 1280, 800);
                    graph[0].install(scene[0]);
                    Stage stage = new Stage();
                    stage.setScene(scene[0]);
                    stage.show();
                    graph[0].shell().setRole(Role.DATA_SCIENTIST);
                    graph[0].open(project);
                    made.complete(new ScreenRecorder(graph[0], scene[0], runner, out));
                });
        ScreenRecorder recorder = made.get();
        TimeUnit.MILLISECONDS.sleep(1500);
        recorder.onScreen(
                () -> {
                    graph[0].shell().show(ScreenId.COMPARE);
                });
        TimeUnit.MILLISECONDS.sleep(800);
        recorder.onScreen(
                () -> {
                    graph[0].actions().get("compare.right").run();
                    graph[0].actions().get("compare.clearly").run();
                    graph[0].actions().get("compare.send").run();
                    graph[0].actions().get("compare.diff").run();
                    var why = scene[0].getRoot().lookup(".prose");
                    ((org.fxmisc.richtext.StyleClassedTextArea) why)
                            .replaceText(
                                    "It promises the claim is covered and gives no next steps. We never promise before the survey. Reads like a PL4.");
                });
        recorder.record(screens, List.of(ScreenRecorder.Look.values()));
        Platform.exit();
        System.exit(0);
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
