package dev.whetstone.store.project;

import java.nio.file.Path;

/// Where the parts of a project lie.
///
/// @param file the SQLite file, by convention `name.whetstone`
record ProjectLayout(Path file) {
    /// The folder beside, for large artefacts.
    Path folder() {
        return file.resolveSibling(file.getFileName() + ".d");
    }

    Path lock() {
        return folder().resolve("lock");
    }

    Path artefacts() {
        return folder().resolve("artefacts");
    }
}
