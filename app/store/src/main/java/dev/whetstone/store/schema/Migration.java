package dev.whetstone.store.schema;

import dev.whetstone.store.sql.Sql;
import java.sql.SQLException;

/// One step from a schema version to the next.
///
/// @param version the version after the step; counts from 1
public record Migration(int version, String script) {

    /// Reads a script of this package's resources.
    static Migration ofResource(int version, String name) {
        try (var in = Migration.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the schema " + name + " is missing");
            }
            return new Migration(
                    version,
                    new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void apply(Sql sql) throws SQLException {
        sql.script(script);
        sql.execute("PRAGMA user_version = " + version);
    }
}
