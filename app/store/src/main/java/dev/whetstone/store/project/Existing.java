package dev.whetstone.store.project;

/// What to do when the file to write is already there.
public enum Existing {
    REFUSE,
    REPLACE,
    /// Write to the next free name (`name.2`, `name.3`, ...).
    KEEP
}
