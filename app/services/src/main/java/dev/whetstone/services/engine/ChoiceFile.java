package dev.whetstone.services.engine;

import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The choice of this user on this machine, in a file.
final class ChoiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(ChoiceFile.class);

    private final Path file;

    ChoiceFile(Path file) {
        this.file = file;
    }

    /// A damaged file counts as none: the bundled engine always works.
    synchronized EngineChoice read() {
        if (!Files.exists(file)) {
            return EngineChoice.FIRST;
        }
        try {
            return JsonFiles.read(file, EngineChoice.class);
        } catch (ServiceException e) {
            LOG.warn("the choice of an engine cannot be read; the bundled one is used", e);
            return EngineChoice.FIRST;
        }
    }

    synchronized void change(UnaryOperator<EngineChoice> change) {
        JsonFiles.write(file, change.apply(read()));
    }
}
