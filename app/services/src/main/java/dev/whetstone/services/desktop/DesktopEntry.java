package dev.whetstone.services.desktop;

import java.nio.file.Path;
import java.util.List;

/// How the launcher finds the desktop without depending on it; looked up with
/// `java.util.ServiceLoader`.
public interface DesktopEntry {
    /// Opens the window and returns when it is closed.
    ///
    /// @param projects to open; empty for the start page
    void open(List<Path> projects);
}
