package dev.whetstone.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobNotesTest {
    private final JobNotes notes =
            new JobNotes(
                    InstantSource.fixed(Instant.parse("2026-11-02T17:04:55Z")), ZoneOffset.UTC);

    private static JobStatus status(JobState state, String message) {
        return new JobStatus(state, "training", 1, 10, 5, Map.of(), message);
    }

    @Test
    void aMessageIsNotedOnceWithItsTime() {
        notes.hear(status(JobState.RUNNING, ""));
        notes.hear(status(JobState.RUNNING, "The model's process died. A new one goes on."));
        notes.hear(status(JobState.RUNNING, "The model's process died. A new one goes on."));
        assertThat(notes.notesProperty().get())
                .containsExactly(
                        new JobNote("17:04", "The model's process died. A new one goes on."));
    }

    @Test
    void theNewestStandsFirst() {
        notes.hear(status(JobState.RUNNING, "one"));
        notes.hear(status(JobState.RUNNING, "two"));
        assertThat(notes.notesProperty().get())
                .extracting(JobNote::text)
                .containsExactly("two", "one");
    }

    @Test
    void whyAJobFailedIsToldElsewhere() {
        notes.hear(status(JobState.FAILED, "The disk is full."));
        assertThat(notes.notesProperty().get()).isEmpty();
    }
}
