package dev.whetstone.desktop.control;

import dev.whetstone.desktop.task.JobNote;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The newest notes of a job, each with its time; nothing while there are none.
public final class NoteLines extends VBox {
    private final int most;

    /// @param most notes shown, newest first
    public NoteLines(int most) {
        this.most = most;
        getStyleClass().addAll("note-lines", "tight");
        show(List.of());
    }

    public void show(List<JobNote> notes) {
        Controls.show(this, Controls.Shown.when(!notes.isEmpty()));
        getChildren().setAll(notes.stream().limit(most).map(NoteLines::line).toList());
    }

    private static HBox line(JobNote note) {
        Label time = Controls.whole(note.time(), "muted", "small");
        Label text = Controls.wrapped(note.text(), "small");
        HBox line = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "watch"), time, text);
        line.getStyleClass().addAll("row", "note-line");
        return line;
    }
}
