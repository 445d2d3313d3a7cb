package dev.whetstone.store.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.judgement.JudgementEvent;
import dev.whetstone.core.project.Comparison;
import dev.whetstone.store.Given;
import dev.whetstone.store.sql.Access;
import dev.whetstone.store.sql.StoreError;
import dev.whetstone.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("claims.whetstone");
    }

    @Test
    void keepsEventsAcrossClosing() {
        JudgementEvent event;
        try (ProjectFile project = ProjectFile.create(file)) {
            Comparison comparison = Given.comparison(project, "Hi?", "Yes.", "No.");
            UUID ana = project.annotators().add("ana").id();
            event = Given.judged(comparison, ana, 1);
            project.judgements().append(event);
        }
        try (ProjectFile project = ProjectFile.open(file)) {
            assertThat(project.judgements().all()).containsExactly(event);
        }
    }

    @Test
    void writesInWriteAheadModeWithFullSync() {
        try (ProjectFile project = ProjectFile.create(file)) {
            project.settings().put("a", "b");
            assertThat(
                            project.database()
                                    .<String>exclusively(
                                            sql ->
                                                    sql.first(
                                                                    "PRAGMA journal_mode",
                                                                    row -> row.text(1))
                                                            .orElseThrow()))
                    .isEqualTo("wal");
            assertThat(
                            project.database()
                                    .<Long>exclusively(sql -> sql.number("PRAGMA synchronous")))
                    .isEqualTo(2);
            assertThat(
                            project.database()
                                    .<Long>exclusively(sql -> sql.number("PRAGMA foreign_keys")))
                    .isEqualTo(1);
            assertThat(
                            project.database()
                                    .<Long>exclusively(sql -> sql.number("PRAGMA trusted_schema")))
                    .isEqualTo(0);
        }
    }

    @Test
    void refusesToCreateOverAFile() throws IOException {
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> ProjectFile.create(file)).satisfies(is(StoreError.EXISTS));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aSecondWriterIsToldWhoHasTheProject() {
        try (ProjectFile project = ProjectFile.create(file)) {
            assertThat(project.file()).isEqualTo(file);
            assertThatThrownBy(() -> ProjectFile.open(file))
                    .satisfies(is(StoreError.LOCKED))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        ProjectFile.open(file).close();
    }

    @Test
    void aReaderWorksBesideTheWriterAndCannotWrite() {
        try (ProjectFile writer = ProjectFile.create(file);
                ProjectFile reader = ProjectFile.open(file, Access.READ)) {
            writer.annotators().add("ana");

            assertThat(reader.annotators().named("ana")).isPresent();
            assertThatThrownBy(() -> reader.annotators().add("bo"))
                    .satisfies(is(StoreError.LOCKED));
        }
    }

    @Test
    void aTransactionIsAllOrNothing() {
        try (ProjectFile project = ProjectFile.create(file)) {
            assertThatThrownBy(
                            () ->
                                    project.inTransaction(
                                            () -> {
                                                project.annotators().add("ana");
                                                assertThat(project.annotators().all()).hasSize(1);
                                                throw new IllegalStateException("stop");
                                            }))
                    .hasMessage("stop");
            assertThat(project.annotators().all()).isEmpty();
        }
    }

    @Test
    void aFailureInsideATransactionCannotBeSwallowed() {
        try (ProjectFile project = ProjectFile.create(file)) {
            assertThatThrownBy(
                            () ->
                                    project.inTransaction(
                                            () -> {
                                                project.annotators().add("ana");
                                                try {
                                                    project.responses().add(Given.id(), "x", "");
                                                } catch (StoreException e) {
                                                    return "caught";
                                                }
                                                return "fine";
                                            }))
                    .satisfies(is(StoreError.CONFLICT));
            assertThat(project.annotators().all()).isEmpty();
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEvent() {
        try (ProjectFile project = ProjectFile.create(file)) {
            Comparison comparison = Given.comparison(project, "Hi?", "Yes.", "No.");
            UUID ana = project.annotators().add("ana").id();
            project.judgements().append(Given.judged(comparison, ana, 1));

            assertThatThrownBy(
                            () ->
                                    project.database()
                                            .exclusively(
                                                    sql ->
                                                            sql.update(
                                                                    "DELETE FROM judgement_event")))
                    .hasMessageContaining("never removed");
            assertThatThrownBy(
                            () ->
                                    project.database()
                                            .exclusively(
                                                    sql ->
                                                            sql.update(
                                                                    "UPDATE judgement_event SET at = 0")))
                    .hasMessageContaining("never changed");
        }
    }

    static java.util.function.Consumer<Throwable> is(StoreError error) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                StoreException.class, e -> assertThat(e.error()).isEqualTo(error));
    }
}
