package dev.whetstone.services.place;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The user's folders for this program, after the XDG base directory specification on Linux and the
/// system's customs elsewhere.
///
/// @param state logs and recent projects
/// @param cache what can be made again
public record Places(Path state, Path cache) {
    /// @param environment as `System.getenv()` gives it
    /// @param home the user's home folder as the JVM knows it; where the system is not Windows, an
    ///     absolute `HOME` goes before it, as in every other program there
    /// @param system the value of `os.name`
    public static Places of(Map<String, String> environment, Path home, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new Places(local.resolve("Whetstone"), local.resolve("Whetstone/cache"));
        }
        Path own = folder(environment, "HOME", home);
        if (os.startsWith("mac")) {
            Path library = own.resolve("Library");
            return new Places(
                    folder(environment, "XDG_STATE_HOME", library.resolve("Application Support"))
                            .resolve("Whetstone"),
                    folder(environment, "XDG_CACHE_HOME", library.resolve("Caches"))
                            .resolve("Whetstone"));
        }
        return new Places(
                folder(environment, "XDG_STATE_HOME", own.resolve(".local/state"))
                        .resolve("whetstone"),
                folder(environment, "XDG_CACHE_HOME", own.resolve(".cache")).resolve("whetstone"));
    }

    /// The specification says that a relative value is ignored.
    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }

    public Path log() {
        return state.resolve("whetstone.log");
    }

    public Path workerLog() {
        return state.resolve("worker.log");
    }
}
