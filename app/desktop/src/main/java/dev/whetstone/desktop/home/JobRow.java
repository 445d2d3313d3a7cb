package dev.whetstone.desktop.home;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.NoteLines;
import dev.whetstone.desktop.task.JobItem;
import dev.whetstone.desktop.text.Durations;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.job.JobStatus;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A running job with its progress, time left and a way to cancel it.
final class JobRow extends VBox {
    private final JobItem job;
    private final Messages messages;
    private final Label left = Controls.whole("", "muted", "small");
    private final Label stage = Controls.yielding("", "muted", "small");
    private final ProgressBar bar = new ProgressBar();

    JobRow(JobItem job, Messages messages) {
        this.job = job;
        this.messages = messages;
        getStyleClass().add("tight");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox top = Controls.row(Controls.yielding(job.name(), "strong"), Controls.spacer(), left);
        HBox bottom =
                Controls.row(
                        stage,
                        Controls.spacer(),
                        Controls.button(
                                messages.t("home.jobs.cancel"), job::cancel, "dense", "flat"));
        NoteLines notes = new NoteLines(1);
        getChildren().addAll(top, bar, bottom, notes);
        job.notesProperty().subscribe(notes::show);
        job.statusProperty().subscribe(this::show);
    }

    private void show(JobStatus status) {
        bar.setProgress(job.fraction());
        stage.setText(
                status.total() > 0
                        ? messages.t(
                                status.stage().isEmpty() ? "home.jobs.count" : "home.jobs.stage",
                                status.stage(),
                                status.done(),
                                status.total())
                        : status.stage());
        left.setText(
                status.secondsLeft() < 0
                        ? ""
                        : messages.t("home.jobs.left", Durations.words(status.secondsLeft())));
    }
}
