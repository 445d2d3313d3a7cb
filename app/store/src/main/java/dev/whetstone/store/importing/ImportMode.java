package dev.whetstone.store.importing;

/// Whether an import changes the project.
public enum ImportMode {
    /// Everything that an import does, and then nothing of it is kept.
    DRY_RUN,
    COMMIT
}
