package dev.whetstone.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells SQLite where to unpack its native library: a folder of our own, because the system's
/// temporary folder may forbid running code.
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PROPERTY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    static void prepare() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        Path folder = cacheFolder().resolve("native");
        try {
            Files.createDirectories(folder);
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException e) {
            LOG.info("cannot make {}, the native library goes to the temporary folder", folder, e);
        }
    }

    private static Path cacheFolder() {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return environment("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(Path.of(home, "AppData", "Local"))
                    .resolve("Whetstone");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Caches", "Whetstone");
        }
        return environment("XDG_CACHE_HOME")
                .map(Path::of)
                .orElse(Path.of(home, ".cache"))
                .resolve("whetstone");
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
