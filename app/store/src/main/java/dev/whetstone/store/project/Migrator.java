package dev.whetstone.store.project;

import dev.whetstone.store.schema.Schema;
import dev.whetstone.store.sql.Database;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings an older file up to date: a verified backup beside it first, then every step in one
/// exclusive transaction, so that the file is either as it was or wholly new.
final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private Migrator() {}

    static void migrate(Database database, Schema schema, int from, Path file) {
        Path backup =
                file.resolveSibling("%s.format-%d.backup".formatted(file.getFileName(), from));
        Backup.write(database, backup, Existing.KEEP);
        LOG.info("bringing {} from format {} to {}", file, from, schema.version());
        database.exclusiveTransaction(
                sql -> {
                    schema.migrate(sql, from);
                    return true;
                });
    }
}
