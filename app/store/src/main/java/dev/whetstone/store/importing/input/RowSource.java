package dev.whetstone.store.importing.input;

import java.io.IOException;
import java.util.Optional;

/// The rows of an open file, in order.
public interface RowSource extends AutoCloseable {
    /// The next row, or empty at the end.
    ///
    /// @throws dev.whetstone.store.sql.StoreException when the rest of the file cannot be read
    Optional<RawRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
