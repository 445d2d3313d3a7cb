package dev.whetstone.services.vote;

import dev.whetstone.core.lf.syntax.RulesFile;
import dev.whetstone.services.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/// Reads rules files from the disk.
public final class RuleFiles {
    private static final long MOST_BYTES = 16L << 20;

    private RuleFiles() {}

    /// Reads a file where there are no detectors.
    ///
    /// @throws ServiceException that names file, line and column
    public static RulesFile read(Path file) {
        return read(file, Set.of());
    }

    /// @param detectors that the rules may ask
    /// @throws ServiceException that names file, line and column
    public static RulesFile read(Path file, Set<String> detectors) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ServiceException("input.too-large", file + " is larger than 16 MiB.", "");
            }
            return RulesFile.parse(file.toString(), Files.readString(file), detectors);
        } catch (RulesFile.RulesFileException e) {
            throw new ServiceException("rule.syntax", String.valueOf(e.getMessage()), "", e);
        } catch (NoSuchFileException e) {
            throw new ServiceException(
                    "file.missing", file + " does not exist.", "Check the path.", e);
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }
}
