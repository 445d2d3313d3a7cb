package dev.whetstone.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Work on one connection.
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {
    T run(Sql sql) throws SQLException;
}
