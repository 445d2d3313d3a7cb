package dev.whetstone.store.importing;

import dev.whetstone.store.importing.row.RowFormat;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;

/// How the format of a file is found.
public sealed interface FormatChoice {
    /// From the content.
    record Recognise() implements FormatChoice {}

    /// As the caller says.
    record Fixed(RowFormat format) implements FormatChoice {}

    /// @throws StoreException BAD_INPUT for an unknown name
    static FormatChoice named(String wireName) {
        return new Fixed(
                RowFormat.named(wireName)
                        .orElseThrow(
                                () ->
                                        new StoreException(
                                                StoreError.BAD_INPUT,
                                                "unknown format \"%s\"; known: %s"
                                                        .formatted(wireName, RowFormat.names()))));
    }
}
