package dev.whetstone.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The current row of a result; columns count from 1.
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(int column) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            throw new SQLException("column " + column + " is null");
        }
        return text;
    }

    public byte[] bytes(int column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        if (bytes == null) {
            throw new SQLException("column " + column + " is null");
        }
        return bytes;
    }

    public UUID uuid(int column) throws SQLException {
        return Columns.uuid(bytes(column));
    }

    public Optional<UUID> optionalUuid(int column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        return bytes == null ? Optional.empty() : Optional.of(Columns.uuid(bytes));
    }

    public Instant instant(int column) throws SQLException {
        return Columns.instant(result.getLong(column));
    }

    public int integer(int column) throws SQLException {
        return result.getInt(column);
    }

    public long number(int column) throws SQLException {
        return result.getLong(column);
    }

    public double real(int column) throws SQLException {
        return result.getDouble(column);
    }
}
