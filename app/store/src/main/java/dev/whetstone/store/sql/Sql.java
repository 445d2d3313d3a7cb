package dev.whetstone.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// One connection with its prepared statements. Statements are constants of this module, so they
/// are kept; values are always bound, never spliced in. Used by one thread at a time.
public final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement that takes no values, e.g. a pragma or a `CREATE`.
    public void execute(String statement) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    /// Runs a script of statements without values.
    public void script(String script) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.executeUpdate(script);
        }
    }

    /// @return the number of rows inserted, changed or removed
    public int update(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = prepared(statement);
        try {
            Columns.bind(prepared, values);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            forget(statement, prepared);
            throw e;
        }
    }

    public <T> List<T> list(String query, RowMapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = prepared(query);
        Columns.bind(prepared, values);
        try (ResultSet result = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(mapper.map(row));
            }
            return rows;
        } catch (SQLException e) {
            forget(query, prepared);
            throw e;
        }
    }

    public <T> Optional<T> first(String query, RowMapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = prepared(query);
        Columns.bind(prepared, values);
        try (ResultSet result = prepared.executeQuery()) {
            return result.next() ? Optional.of(mapper.map(new Row(result))) : Optional.empty();
        } catch (SQLException e) {
            forget(query, prepared);
            throw e;
        }
    }

    public <T> void each(
            String query, RowMapper<T> mapper, Consumer<T> consumer, @Nullable Object... values)
            throws SQLException {
        // Not from the cache: the consumer may run the same query again while this one is open.
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            Columns.bind(prepared, values);
            try (ResultSet result = prepared.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    consumer.accept(mapper.map(row));
                }
            }
        }
    }

    /// The single number that `query` gives, 0 when it gives no row.
    public long number(String query, @Nullable Object... values) throws SQLException {
        return first(query, row -> row.number(1), values).orElse(0L);
    }

    /// Copies the whole database, page by page, to a file that does not exist yet.
    public void backupTo(Path target) throws SQLException {
        int code =
                connection
                        .unwrap(SQLiteConnection.class)
                        .getDatabase()
                        .backup("main", target.toAbsolutePath().toString(), null);
        if (code != 0) {
            throw new SQLException("the copy failed with SQLite's code " + code);
        }
    }

    /// A statement that failed cannot be run again.
    private void forget(String statement, PreparedStatement prepared) throws SQLException {
        statements.remove(statement);
        prepared.close();
    }

    private PreparedStatement prepared(String statement) throws SQLException {
        PreparedStatement prepared = statements.get(statement);
        if (prepared == null) {
            prepared = connection.prepareStatement(statement);
            statements.put(statement, prepared);
        }
        return prepared;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
