package dev.whetstone.services.vote;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.store.content.ContentHash;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Which build of the language counts votes here.
final class Build {
    private Build() {}

    /// Changes with every build; empty where the program does not run from a file, as while it is
    /// developed.
    static Optional<String> fingerprint() {
        CodeSource source = Rule.class.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(file)
                    ? Optional.of(
                            ContentHash.builder().add(Files.readAllBytes(file)).build().toString())
                    : Optional.empty();
        } catch (IOException | URISyntaxException e) {
            LoggerFactory.getLogger(Build.class).warn("the program's own file is not readable", e);
            return Optional.empty();
        }
    }
}
