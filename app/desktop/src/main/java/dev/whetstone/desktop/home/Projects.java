package dev.whetstone.desktop.home;

import java.nio.file.Path;

/// Opens and makes projects; the window follows.
public interface Projects {
    void open(Path file);

    void create(Path file);

    /// Makes the sample project at `file` and opens it.
    void createSample(Path file);
}
