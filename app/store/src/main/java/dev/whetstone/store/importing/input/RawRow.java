package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One row of a file as it stands.
public sealed interface RawRow {
    /// The physical line on which the row starts, from 1.
    long line();

    /// A row of named values.
    record Values(long line, ObjectNode values) implements RawRow {}

    /// A row that cannot be read at all.
    record Broken(long line, Reason reason) implements RawRow {}
}
