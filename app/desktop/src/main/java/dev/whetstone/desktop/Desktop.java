package dev.whetstone.desktop;

import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.ServiceGraph;
import dev.whetstone.services.desktop.DesktopEntry;
import dev.whetstone.services.place.Places;
import java.nio.file.Path;
import java.util.List;

/// The window as the launcher finds it.
public final class Desktop implements DesktopEntry {
    @Override
    public void open(List<Path> projects) {
        Places places = places();
        DesktopWindow.open(
                () -> ServiceGraph.standard(places), Preferences.defaultFile(), projects);
    }

    /// Notes the first frame in a file and ends.
    static void measure(Path frame, List<Path> projects) {
        Places places = places();
        DesktopWindow.open(
                () -> ServiceGraph.standard(places),
                Preferences.defaultFile(),
                projects,
                new FirstFrame(frame)::watch);
    }

    static Places places() {
        return Places.of(
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                System.getProperty("os.name", ""));
    }
}
