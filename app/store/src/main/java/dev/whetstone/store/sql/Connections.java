package dev.whetstone.store.sql;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Opens connections with the settings that SQLite does not make by default.
public final class Connections {
    /// A longer text or blob in the file is refused; the largest honest value is a vote column.
    private static final int LONGEST_VALUE = 256 * 1024 * 1024;

    private final String url;
    private final Journal journal;
    private final Access access;

    public Connections(Path file, Journal journal, Access access) {
        this("jdbc:sqlite:" + file.toAbsolutePath(), journal, access);
    }

    private Connections(String url, Journal journal, Access access) {
        NativeLibrary.prepare();
        this.url = url;
        this.journal = journal;
        this.access = access;
    }

    /// A database that is gone when it is closed.
    public static Connections inMemory() {
        return new Connections("jdbc:sqlite::memory:", Journal.ROLLBACK, Access.WRITE);
    }

    Sql writer(Missing missing) throws SQLException {
        // SQLITE_OPEN_READWRITE 2, SQLITE_OPEN_CREATE 4, SQLITE_OPEN_READONLY 1
        int mode = access == Access.READ ? 1 : missing == Missing.CREATE ? 6 : 2;
        return connect(mode, access == Access.READ);
    }

    /// A connection that can only read.
    Sql reader() throws SQLException {
        // Opened writable at file level: WAL readers must be able to make the shared-memory file.
        return connect(access == Access.READ ? 1 : 2, true);
    }

    private Sql connect(int mode, boolean queryOnly) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", Integer.toString(mode));
        properties.setProperty("limit_length", Integer.toString(LONGEST_VALUE));
        properties.setProperty("limit_attached", "0");
        properties.setProperty("jdbc.get_generated_keys", "false");
        Sql sql = new Sql(DriverManager.getConnection(url, properties));
        try {
            sql.execute("PRAGMA busy_timeout = 10000");
            sql.execute("PRAGMA foreign_keys = ON");
            sql.execute("PRAGMA trusted_schema = OFF");
            sql.execute("PRAGMA cell_size_check = ON");
            sql.execute("PRAGMA fullfsync = ON");
            sql.execute("PRAGMA checkpoint_fullfsync = ON");
            sql.execute("PRAGMA synchronous = FULL");
            // 64 MiB, so that a large import does not spill its pages half-way.
            sql.execute("PRAGMA cache_size = -65536");
            if (queryOnly) {
                sql.execute("PRAGMA query_only = ON");
            }
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    /// Switches the file to its journal mode: write-ahead where the folder allows it, a rollback
    /// journal on network folders, where the shared memory of a write-ahead log does not work.
    void setJournal(Sql writer) throws SQLException {
        String wanted = journal == Journal.WRITE_AHEAD ? "wal" : "delete";
        String got = writer.first("PRAGMA journal_mode = " + wanted, row -> row.text(1)).orElse("");
        if (!got.equals(wanted)) {
            writer.execute("PRAGMA journal_mode = delete");
        }
    }

    Access access() {
        return access;
    }

    /// What to do when the file is not there.
    enum Missing {
        CREATE,
        REFUSE
    }
}
