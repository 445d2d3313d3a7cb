package dev.whetstone.services.place;

import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folder the program runs from: `lib` is the app's class path, `engine` what the worker needs
/// besides.
///
/// @param java the executable that runs the worker
public record Installation(Path home, Path java) {
    /// Finds the running installation by the system property `whetstone.home` that launchers set.
    ///
    /// @throws ServiceException `install.missing` when there is none
    public static Installation current() {
        String home = System.getProperty("whetstone.home", "");
        if (home.isBlank()) {
            throw new ServiceException(
                    "install.missing",
                    "The program was not started by its launcher, so its model runtime cannot be"
                            + " found.",
                    "Start it with ./whetstone, or set -Dwhetstone.home to the folder that holds"
                            + " lib and engine.");
        }
        return new Installation(Path.of(home), runningJava());
    }

    private static Path runningJava() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }

    /// Options of the JVM that let the desktop start from what the launcher has kept of an earlier
    /// start; none where there is nothing.
    public List<String> startOptions() {
        Path kept = home.resolve("desktop.aot");
        return Files.exists(kept)
                ? List.of("-XX:AOTCache=" + kept, "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of();
    }

    /// All jars of the worker, in a fixed order.
    public List<Path> workerClassPath() {
        List<Path> jars = new ArrayList<>(jars("engine"));
        jars.addAll(jars("lib"));
        return jars;
    }

    private List<Path> jars(String folder) {
        Path path = home.resolve(folder);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new ServiceException(
                    "install.incomplete",
                    "The installation has no folder " + path + ".",
                    "Install again, or build again with mvn package.",
                    e);
        }
    }
}
