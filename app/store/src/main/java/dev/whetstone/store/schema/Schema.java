package dev.whetstone.store.schema;

import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/// All versions of the project file's tables.
public final class Schema {
    /// `WhSt` as SQLite's application_id, by which a file is known as a Whetstone project.
    public static final int APPLICATION_ID = 0x57685374;

    private static final Schema CURRENT =
            new Schema(
                    List.of(Migration.ofResource(1, "v1.sql"), Migration.ofResource(2, "v2.sql")));

    private final List<Migration> migrations;

    public Schema(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    /// The schema of this program.
    public static Schema current() {
        return CURRENT;
    }

    public List<Migration> migrations() {
        return migrations;
    }

    public int version() {
        return migrations.getLast().version();
    }

    /// Makes every table in an empty file.
    public void create(Sql sql) throws SQLException {
        sql.execute("PRAGMA application_id = " + APPLICATION_ID);
        migrate(sql, 0);
    }

    /// Takes a file from version `from` to the newest.
    public void migrate(Sql sql, int from) throws SQLException {
        for (Migration migration : migrations) {
            if (migration.version() > from) {
                migration.apply(sql);
            }
        }
    }

    /// The tables, indexes and triggers as SQLite keeps them, each as `type name: statement`,
    /// sorted; two files of one version give the same list.
    public static List<String> objects(Sql sql) throws SQLException {
        return sql.list(
                "SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema"
                        + " WHERE sql IS NOT NULL ORDER BY type, name",
                row -> row.text(1));
    }
}
