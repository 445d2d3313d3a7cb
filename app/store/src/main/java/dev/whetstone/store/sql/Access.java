package dev.whetstone.store.sql;

/// How a project is opened.
public enum Access {
    /// Reading and writing; one program at a time.
    WRITE,
    /// Reading only; any number of programs, also beside a writer.
    READ
}
