package dev.whetstone.store.sql;

import java.sql.SQLException;

/// Turns the current row of a result into a value.
@FunctionalInterface
public interface RowMapper<T> {
    T map(Row row) throws SQLException;
}
