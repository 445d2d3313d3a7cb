package dev.whetstone.services.engine;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.place.Installation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The libraries of this installation.
final class BundledEngine {
    private static final Pattern JAR =
            Pattern.compile(
                    "pytorch-native-cpu-(?<version>[0-9.]+)-(?<platform>[a-z0-9_-]+)\\.jar");

    private BundledEngine() {}

    /// Its version of libtorch; empty where it has none.
    static String version() {
        return jar().map(matcher -> matcher.group("version")).orElse("");
    }

    private static Optional<Matcher> jar() {
        try {
            return Installation.current().workerClassPath().stream()
                    .map(Path::getFileName)
                    .map(name -> JAR.matcher(String.valueOf(name)))
                    .filter(Matcher::matches)
                    .findFirst();
        } catch (ServiceException e) {
            return Optional.empty();
        }
    }

    static EngineEntry entry(EngineChoice choice) {
        String version = version();
        if (version.isEmpty()) {
            return new EngineEntry(
                    Engines.BUNDLED,
                    EngineEntry.State.UNAVAILABLE,
                    "",
                    "cpu",
                    0,
                    "This installation has no libtorch for this system.");
        }
        boolean used = choice.engine().equals(Engines.BUNDLED) || !choice.works();
        return new EngineEntry(
                Engines.BUNDLED,
                used ? EngineEntry.State.ENABLED : EngineEntry.State.AVAILABLE,
                version,
                "cpu",
                0,
                choice.tried().getOrDefault(Engines.BUNDLED, ""));
    }
}
