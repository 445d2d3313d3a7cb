package dev.whetstone.store.sql;

/// What went wrong with a project or a file, as a code that scripts can rely on.
public enum StoreError {
    /// The named file is not there.
    MISSING,
    /// Something is already there and would be overwritten.
    EXISTS,
    /// The file is not a Whetstone project.
    NOT_A_PROJECT,
    /// The project was written by a newer program.
    NEWER_PROJECT,
    /// The project needs migrating, which reading alone must not do.
    OLDER_PROJECT,
    /// Another program has the project open for writing.
    LOCKED,
    /// The project file is damaged.
    DAMAGED,
    /// A row contradicts what the project holds.
    CONFLICT,
    /// Input that cannot be understood.
    BAD_INPUT,
    /// Rows that an import cannot take; nothing was imported.
    REJECTED,
    /// A limit on size or number is exceeded.
    TOO_LARGE,
    /// The disk or the operating system refused.
    IO
}
