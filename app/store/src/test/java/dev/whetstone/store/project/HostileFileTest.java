package dev.whetstone.store.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.store.Given;
import dev.whetstone.store.schema.Migration;
import dev.whetstone.store.schema.Schema;
import dev.whetstone.store.sql.Access;
import dev.whetstone.store.sql.Journal;
import dev.whetstone.store.sql.StoreError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are older, newer, damaged, or something else.
class HostileFileTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("claims.whetstone");
        try (ProjectFile project = ProjectFile.create(file)) {
            Given.comparison(project, "Is my roof covered?", "Yes.", "Perhaps.");
        }
    }

    private static Schema newer(String script) {
        List<Migration> migrations = new ArrayList<>(Schema.current().migrations());
        migrations.add(new Migration(Schema.current().version() + 1, script));
        return new Schema(migrations);
    }

    private static ProjectOpener opener(Schema schema) {
        return new ProjectOpener(
                schema, folder -> Journal.WRITE_AHEAD, InstantSource.fixed(Given.NOON));
    }

    private void setInt(int offset, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4).putInt(value).flip(), offset);
        }
    }

    @Test
    void anOlderFileIsMigratedAfterABackup() {
        int now = Schema.current().version();
        Schema two = newer("CREATE TABLE extra (n INTEGER PRIMARY KEY) STRICT;");
        try (ProjectFile project = opener(two).open(file, Access.WRITE)) {
            assertThat(project.prompts().count()).isEqualTo(1);
            assertThat(project.database().<Long>read(s -> s.number("PRAGMA user_version")))
                    .isEqualTo(now + 1L);
        }
        Path backup = folder.resolve("claims.whetstone.format-" + now + ".backup");
        try (ProjectFile project = ProjectFile.open(backup)) {
            assertThat(project.prompts().count()).isEqualTo(1);
        }
    }

    @Test
    void aFailedMigrationLeavesTheFileAsItWas() {
        Schema broken =
                newer(
                        "CREATE TABLE extra (n INTEGER PRIMARY KEY) STRICT; INSERT INTO no VALUES (1);");
        assertThatThrownBy(() -> opener(broken).open(file, Access.WRITE))
                .hasMessageContaining("no such table");

        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.prompts().count()).isEqualTo(1);
        }
    }

    @Test
    void refusingANewerFileLeavesNothingBeside() throws IOException {
        Path sent = Files.createDirectory(folder.resolve("sent")).resolve("claims.whetstone");
        Files.copy(file, sent);
        file = sent;
        setInt(60, Schema.current().version() + 1);
        assertThatThrownBy(() -> ProjectFile.open(file))
                .satisfies(ProjectFileTest.is(StoreError.NEWER_PROJECT));
        try (Stream<Path> left = Files.list(sent.getParent())) {
            assertThat(left).containsExactly(sent);
        }
    }

    @Test
    void aNewerFileIsRefused() {
        opener(newer("CREATE TABLE extra (n INTEGER PRIMARY KEY) STRICT;"))
                .open(file, Access.WRITE)
                .close();

        assertThatThrownBy(() -> ProjectFile.open(file))
                .satisfies(ProjectFileTest.is(StoreError.NEWER_PROJECT))
                .hasMessageContaining(
                        "written by a newer Whetstone (format "
                                + (Schema.current().version() + 1)
                                + ";");
    }

    @Test
    void readingDoesNotMigrate() {
        assertThatThrownBy(
                        () ->
                                opener(newer("CREATE TABLE extra (n INTEGER PRIMARY KEY) STRICT;"))
                                        .open(file, Access.READ))
                .satisfies(ProjectFileTest.is(StoreError.OLDER_PROJECT));
    }

    @Test
    void anotherProgramsDatabaseIsNotAProject() throws IOException {
        setInt(68, 12345);

        assertThatThrownBy(() -> ProjectFile.open(file))
                .satisfies(ProjectFileTest.is(StoreError.NOT_A_PROJECT));
    }

    @Test
    void textFoldersAndNothingAreNotProjects() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.whetstone"), "notes".repeat(100));
        Path empty = Files.createFile(folder.resolve("empty.whetstone"));

        for (Path path : List.of(text, empty, folder)) {
            assertThatThrownBy(() -> ProjectFile.open(path))
                    .satisfies(ProjectFileTest.is(StoreError.NOT_A_PROJECT));
        }
        assertThatThrownBy(() -> ProjectFile.open(folder.resolve("gone.whetstone")))
                .satisfies(ProjectFileTest.is(StoreError.MISSING));
    }

    @Test
    void aFileCutShortIsDamaged() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        assertThatThrownBy(() -> ProjectFile.open(file))
                .satisfies(ProjectFileTest.is(StoreError.DAMAGED))
                .hasMessageContaining("cut short");
    }

    @Test
    void aPlantedTriggerIsFound() {
        try (ProjectFile project = ProjectFile.open(file)) {
            project.database()
                    .exclusively(
                            sql -> {
                                sql.execute(
                                        "CREATE TRIGGER planted AFTER INSERT ON annotator"
                                                + " BEGIN DELETE FROM draft; END");
                                return true;
                            });
        }

        assertThatThrownBy(() -> ProjectFile.open(file))
                .satisfies(ProjectFileTest.is(StoreError.DAMAGED))
                .hasMessageContaining("trigger planted differs");
    }

    @Test
    void checkFindsAndRepairMendsTheSearchIndex() {
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.check()).isEmpty();
            project.database()
                    .exclusively(
                            sql ->
                                    sql.update(
                                            "INSERT INTO prompt_words (prompt_words)"
                                                    + " VALUES ('delete-all')"));
            assertThat(project.prompts().search("roof", 5)).isEmpty();
            assertThat(project.check()).isNotEmpty();

            Repair repair = project.repair();

            assertThat(repair.before()).isNotEmpty();
            assertThat(repair.after()).isEmpty();
            assertThat(repair.backup()).exists();
            assertThat(project.prompts().search("cover", 5)).hasSize(1);
        }
    }

    @Test
    void aNetworkFolderGetsARollbackJournal() {
        assertThat(Journal.forFileSystem("nfs4")).isEqualTo(Journal.ROLLBACK);
        assertThat(Journal.forFileSystem("fuse.sshfs")).isEqualTo(Journal.ROLLBACK);
        assertThat(Journal.forFileSystem("ext4")).isEqualTo(Journal.WRITE_AHEAD);
        try (ProjectFile project =
                new ProjectOpener(
                                Schema.current(),
                                folder -> Journal.ROLLBACK,
                                InstantSource.fixed(Given.NOON))
                        .open(file, Access.WRITE)) {
            project.settings().put("a", "b");
            assertThat(
                            project.database()
                                    .<List<String>>exclusively(
                                            sql ->
                                                    sql.list(
                                                            "PRAGMA journal_mode",
                                                            row -> row.text(1))))
                    .containsExactly("delete");
        }
    }

    @Test
    void aBackupOfAnOpenProjectIsAWholeProject() {
        Path copy = folder.resolve("copies").resolve("copy.whetstone");
        try (ProjectFile project = ProjectFile.open(file)) {
            project.annotators().add("ana");
            project.backup(copy, Existing.REFUSE);
            assertThatThrownBy(() -> project.backup(copy, Existing.REFUSE))
                    .satisfies(ProjectFileTest.is(StoreError.EXISTS));
        }
        try (ProjectFile project = ProjectFile.open(copy)) {
            assertThat(project.annotators().named("ana")).isPresent();
            assertThat(project.check()).isEmpty();
        }
    }
}
