package dev.whetstone.desktop.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files; a platform without native dialogs, such as a test, answers for itself.
public interface FileDialogs {
    /// @param extensions without the dot; empty for any
    Optional<Path> open(String title, List<String> extensions);

    Optional<Path> save(String title, String suggestedName);

    Optional<Path> folder(String title);
}
