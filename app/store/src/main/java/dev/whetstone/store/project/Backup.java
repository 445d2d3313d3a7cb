package dev.whetstone.store.project;

import dev.whetstone.store.artefact.FileSync;
import dev.whetstone.store.sql.Access;
import dev.whetstone.store.sql.Connections;
import dev.whetstone.store.sql.Database;
import dev.whetstone.store.sql.Journal;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Copies a project file while it is open: written beside, checked, forced to the disk, renamed.
final class Backup {
    private Backup() {}

    /// @return where the copy lies
    static Path write(Database database, Path wanted, Existing existing) {
        Path target = existing.target(wanted);
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.createDirectories(FileSync.folderOf(target));
            Files.deleteIfExists(beside);
            database.exclusively(
                    sql -> {
                        sql.backupTo(beside);
                        return true;
                    });
            verify(beside);
            FileSync.force(beside);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            FileSync.force(FileSync.folderOf(target));
            return target;
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot write the backup " + target + ": " + e.getMessage(), e);
        }
    }

    /// Copies the pages as they are, damaged or not, to the next free name.
    static Path writeUnchecked(Database database, Path wanted) {
        Path target = Existing.KEEP.target(wanted);
        try {
            database.exclusively(
                    sql -> {
                        sql.backupTo(target);
                        return true;
                    });
            FileSync.force(target);
            return target;
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot write the copy " + target + ": " + e.getMessage(), e);
        }
    }

    private static void verify(Path copy) {
        try (Database database =
                Database.open(new Connections(copy, Journal.ROLLBACK, Access.WRITE))) {
            // A rollback journal makes the copy a single file, complete by itself.
            database.settle();
            List<String> findings =
                    database.exclusively(
                            sql -> sql.list("PRAGMA integrity_check", row -> row.text(1)));
            if (!findings.equals(List.of("ok"))) {
                throw new StoreException(
                        StoreError.DAMAGED, "the backup is not sound: " + findings.getFirst());
            }
        }
    }
}
