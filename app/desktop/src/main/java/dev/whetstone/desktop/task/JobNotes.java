package dev.whetstone.desktop.task;

import dev.whetstone.services.job.JobStatus;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a job said while it went on, e.g. that the model's process died and another took over.
public final class JobNotes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<List<JobNote>> notes =
            new ReadOnlyObjectWrapper<>(List.of());
    private String last = "";

    public JobNotes(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<JobNote>> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /// Takes a status's message once. The message of an ended job is its failure, which is told
    /// elsewhere.
    public void hear(JobStatus status) {
        String text = status.message();
        if (status.state().isFinal() || text.equals(last)) {
            return;
        }
        last = text;
        if (!text.isBlank()) {
            List<JobNote> all = new ArrayList<>(notes.get());
            all.addFirst(new JobNote(TIME.format(clock.instant().atZone(zone)), text));
            notes.set(List.copyOf(all));
        }
    }

    /// Begins anew.
    public void clear() {
        last = "";
        notes.set(List.of());
    }
}
