package dev.whetstone.store.importing.input;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One row of a file as it stands.
public sealed interface RawRow {
    /// The physical line on which the row starts, from 1.
    long line();

    /// A row of named values.
    record Values(long line, ObjectNode values) implements RawRow {}

    /// A row that cannot be read to its end.
    ///
    /// @param begun the values that stand before the fault; they help to tell what the file is
    record Broken(long line, Reason reason, ObjectNode begun) implements RawRow {
        static Broken unread(long line, Reason reason) {
            return new Broken(line, reason, JsonNodeFactory.instance.objectNode());
        }
    }
}
