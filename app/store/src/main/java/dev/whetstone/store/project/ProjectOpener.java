package dev.whetstone.store.project;

import dev.whetstone.store.artefact.FileSync;
import dev.whetstone.store.schema.Schema;
import dev.whetstone.store.schema.SchemaCheck;
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
import java.time.InstantSource;

/// Creates and opens project files: everything that happens before the first repository is used.
final class ProjectOpener {
    /// Decides the journal for a folder.
    @FunctionalInterface
    interface JournalChoice {
        Journal forFolder(Path folder) throws IOException;
    }

    private final Schema schema;
    private final JournalChoice journals;
    private final InstantSource clock;

    ProjectOpener(Schema schema, JournalChoice journals, InstantSource clock) {
        this.schema = schema;
        this.journals = journals;
        this.clock = clock;
    }

    static ProjectOpener standard() {
        return new ProjectOpener(Schema.current(), Journal::forFolder, InstantSource.system());
    }

    ProjectFile create(Path file) {
        if (Files.exists(file)) {
            throw new StoreException(StoreError.EXISTS, file + " exists already");
        }
        Path folder = FileSync.folderOf(file);
        Path beside = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(beside);
            try (Database database =
                    Database.create(new Connections(beside, Journal.ROLLBACK, Access.WRITE))) {
                database.exclusiveTransaction(
                        sql -> {
                            schema.create(sql);
                            return true;
                        });
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            FileSync.force(folder);
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.IO, "cannot create " + file + ": " + e.getMessage(), e);
        }
        return open(file, Access.WRITE);
    }

    ProjectFile open(Path file, Access access) {
        // before the lock is taken, which would leave a folder beside a file that is refused
        refuseNewer(file, ProjectHeader.check(file).version());
        ProjectLayout layout = new ProjectLayout(file);
        if (access == Access.READ) {
            return new ProjectFile(layout, connect(file, access), () -> {});
        }
        ProjectLock lock = ProjectLock.take(layout.lock(), file, clock.instant());
        boolean opened = false;
        try {
            ProjectFile project = new ProjectFile(layout, connect(file, access), lock::close);
            opened = true;
            return project;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private Database connect(Path file, Access access) {
        Database database = Database.open(new Connections(file, journal(file), access));
        boolean usable = false;
        try {
            long version = database.exclusively(sql -> sql.number("PRAGMA user_version"));
            checkVersion(file, version, access);
            if (version < schema.version()) {
                Migrator.migrate(database, schema, (int) version, file);
            }
            SchemaCheck.check(database, schema, file);
            database.settle();
            usable = true;
            return database;
        } finally {
            if (!usable) {
                database.close();
            }
        }
    }

    private Journal journal(Path file) {
        try {
            return journals.forFolder(FileSync.folderOf(file));
        } catch (IOException e) {
            throw new StoreException(StoreError.IO, "cannot look at the folder of " + file, e);
        }
    }

    private void checkVersion(Path file, long version, Access access) {
        refuseNewer(file, version);
        if (version < 1) {
            throw new StoreException(
                    StoreError.NOT_A_PROJECT, file + " is not a Whetstone project");
        }
        if (version < schema.version() && access == Access.READ) {
            throw new StoreException(
                    StoreError.OLDER_PROJECT,
                    "%s has the older format %d; open it for writing once to bring it up to date"
                            .formatted(file, version));
        }
    }

    private void refuseNewer(Path file, long version) {
        if (version > schema.version()) {
            throw new StoreException(
                    StoreError.NEWER_PROJECT,
                    "%s was written by a newer Whetstone (format %d; this one reads up to %d); install the newer one"
                            .formatted(file, version, schema.version()));
        }
    }
}
