package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.task.JobItem;
import dev.whetstone.desktop.task.JobNote;
import dev.whetstone.desktop.text.Durations;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.job.JobStatus;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Project, running job, palette, when it was saved, role.
final class TopBar extends HBox {
    private final Messages messages;
    private final Label jobText = Controls.yielding("", "muted", "small");
    private final ProgressBar jobBar = new ProgressBar();
    private final Label note = Controls.yielding("", "muted", "small", "job-note");
    private final HBox job = new HBox(jobBar, jobText, note);
    private final HBox saved;
    private final Button find;
    private Subscription shownJob = Subscription.EMPTY;

    TopBar(
            ShellViewModel shell,
            ObservableList<JobItem> jobs,
            Action openPalette,
            Messages messages) {
        this.messages = messages;
        getStyleClass().add("top-bar");
        Label project = Controls.yielding("", "project-name");
        project.getStyleClass().add("top-name");
        project.textProperty()
                .bind(
                        shell.projectNameProperty()
                                .map(name -> name.isEmpty() ? messages.t("shell.product") : name));
        job.getStyleClass().addAll("row", "job");
        job.setMinWidth(0);
        jobBar.setMinWidth(USE_PREF_SIZE);
        note.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "watch"));
        Controls.show(note, Shown.NO);

        find = new Button();
        HBox inside =
                new HBox(
                        Icons.of(Feather.SEARCH),
                        Controls.label(messages.t("shell.find")),
                        Controls.spacer(),
                        new KeyCap(openPalette.shortcut()));
        inside.getStyleClass().add("row");
        find.setGraphic(inside);
        find.getStyleClass().add("find");
        find.setAccessibleText(openPalette.title());
        find.setOnAction(event -> openPalette.run());
        find.setMinWidth(USE_PREF_SIZE);

        Label savedLabel = Controls.whole("", "muted", "small");
        savedLabel.textProperty().bind(shell.savedTextProperty());
        saved = new HBox(Icons.of(Feather.CHECK, "good"), savedLabel);
        saved.getStyleClass().add("row");
        shell.savedTextProperty()
                .subscribe(text -> Controls.show(saved, Shown.when(!text.isEmpty())));

        getChildren().addAll(project, job, Controls.spacer(), find, saved, roles(shell));
        jobs.addListener((ListChangeListener<JobItem>) change -> showJob(jobs));
        showJob(jobs);
    }

    private Segments roles(ShellViewModel shell) {
        ToggleButton expert = roleButton(shell, Role.EXPERT, messages.t("role.expert"));
        ToggleButton scientist =
                roleButton(shell, Role.DATA_SCIENTIST, messages.t("role.scientist"));
        return new Segments(List.of(expert, scientist));
    }

    private static ToggleButton roleButton(ShellViewModel shell, Role role, String text) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("dense");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    shell.setRole(role);
                    button.setSelected(true);
                });
        shell.roleProperty().subscribe(current -> button.setSelected(current == role));
        return button;
    }

    private void showJob(ObservableList<JobItem> jobs) {
        Controls.show(job, Shown.when(!jobs.isEmpty()));
        shownJob.unsubscribe();
        if (!jobs.isEmpty()) {
            JobItem first = jobs.getFirst();
            shownJob =
                    first.statusProperty()
                            .subscribe(status -> show(first, status))
                            .and(first.notesProperty().subscribe(this::showNotes));
        }
    }

    private void show(JobItem item, JobStatus status) {
        jobBar.setProgress(item.fraction());
        String text = status.stage().isEmpty() ? item.name() : item.name() + " · " + status.stage();
        jobText.setText(
                status.secondsLeft() < 0
                        ? text
                        : messages.t(
                                "shell.job.left", text, Durations.words(status.secondsLeft())));
    }

    /// The newest only; whole at a touch of the mouse, and on the job's own screen.
    private void showNotes(List<JobNote> notes) {
        Controls.show(note, Shown.when(!notes.isEmpty()));
        notes.stream()
                .findFirst()
                .ifPresent(
                        newest -> {
                            String text =
                                    messages.t("shell.job.note", newest.time(), newest.text());
                            note.setText(text);
                            note.setTooltip(new Tooltip(text));
                        });
    }

    /// At large fonts what can wait gives way to the project's name.
    void setFontPercent(int percent) {
        Controls.show(find, Shown.when(percent < 140));
    }
}
