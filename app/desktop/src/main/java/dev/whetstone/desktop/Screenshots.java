package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.place.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Pictures of every screen of a real project, in every look.
public final class Screenshots {
    private static final long OPEN_MILLIS = 6_000;

    private Screenshots() {}

    public static void take(Path project, Path folder, Places places)
            throws IOException, InterruptedException {
        try (HeadlessWindow window = HeadlessWindow.open(project, Role.DATA_SCIENTIST, places)) {
            TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            // once to let every screen count and load, once for the pictures
            for (ScreenId screen : ScreenId.values()) {
                window.onScreen(() -> window.graph().shell().show(screen));
                TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
            }
            new ScreenRecorder(window.graph(), window.scene(), window.runner(), folder)
                    .record(List.of(ScreenId.values()), List.of(ScreenRecorder.Look.values()));
        }
    }
}
