package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.NoteLines;
import dev.whetstone.desktop.text.Durations;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.align.RunStatus;
import dev.whetstone.services.job.JobState;
import dev.whetstone.services.job.JobStatus;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The run under way: stage, progress, time left, curves, finished iterations; pause and stop.
final class RunPane extends VBox {
    private static final int NOTES = 3;

    private final Messages messages;
    private final Label stage = Controls.yielding("", "strong");
    private final Label left = Controls.whole("", "muted");
    private final ProgressBar bar = new ProgressBar();
    private final Label figures = Controls.yielding("", "muted", "small");
    private final Button pause;
    private final IterationCards cards;

    private final LivePane live;
    private final HBox keepers = new HBox();
    private final AlignViewModel model;

    RunPane(AlignViewModel model, Action pauseAction, Action another, Messages messages) {
        this.model = model;
        this.messages = messages;
        keepers.getStyleClass().add("row");
        getStyleClass().add("page");
        pause = Controls.button(pauseAction, messages.t("align.pause"), "dense");
        HBox head =
                new HBox(
                        Controls.whole(messages.t("align.running"), "page-title"),
                        Controls.yielding(messages.t("align.running.lead"), "muted", "small"),
                        Controls.spacer(),
                        pause,
                        Controls.button(messages.t("align.stop"), model::stop, "dense"),
                        keepers);
        head.getStyleClass().add("page-head");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        NoteLines notes = new NoteLines(NOTES);
        VBox now = new VBox(Controls.row(stage, Controls.spacer(), left), bar, figures, notes);
        now.getStyleClass().addAll("panel", "now");
        now.setMinHeight(USE_PREF_SIZE);
        cards = new IterationCards(messages);
        CurveGrid grid = new CurveGrid(model.curves(), messages);
        live = new LivePane(model, another, messages);
        HBox below = new HBox(grid, live);
        below.getStyleClass().add("columns");
        below.setMinHeight(0);
        for (Region half : List.of(grid, live)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setPrefWidth(10);
        }
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(head, now, cards, below);
        model.statusProperty().subscribe(this::show);
        model.notesProperty().subscribe(notes::show);
        model.stepsProperty().subscribe(steps -> grid.refresh());
        model.runsProperty().subscribe(this::showRuns);
    }

    private void showRuns(List<RunStatus> runs) {
        if (!runs.isEmpty()) {
            RunStatus newest = runs.getFirst();
            cards.show(
                    newest.finished(),
                    newest.iterations(),
                    newest.kept(),
                    model.statusProperty().get().map(JobStatus::stage).orElse(""));
            int last = newest.finished().size();
            keepers.getChildren().clear();
            if (last > 0) {
                keepers.getChildren()
                        .addAll(
                                Controls.button(
                                        messages.t("align.stop-keep", last),
                                        () -> model.stopAndKeep(last),
                                        "dense"),
                                Controls.button(
                                        messages.t("align.stop-back"),
                                        () -> model.stopAndKeep(0),
                                        "dense"));
            }
        }
    }

    void nextSample() {
        live.next();
    }

    private void show(Optional<JobStatus> status) {
        status.ifPresent(
                s -> {
                    boolean paused = s.state() == JobState.PAUSED;
                    pause.setText(paused ? messages.t("align.go-on") : messages.t("align.pause"));
                    stage.setText(
                            s.total() > 0
                                    ? messages.t("home.jobs.stage", s.stage(), s.done(), s.total())
                                    : s.stage());
                    left.setText(
                            s.secondsLeft() < 0
                                    ? ""
                                    : messages.t(
                                            "home.jobs.left", Durations.words(s.secondsLeft())));
                    bar.setProgress(s.total() > 0 ? (double) s.done() / s.total() : -1);
                    figures.setText(
                            s.figures().entrySet().stream()
                                    .sorted(java.util.Map.Entry.comparingByKey())
                                    .map(e -> e.getKey() + " " + Numbers.share(e.getValue()))
                                    .reduce((a, b) -> a + " · " + b)
                                    .orElse(""));
                });
    }
}
