package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
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
import javafx.scene.layout.VBox;

/// The run under way: stage, progress, time left, curves, finished iterations; pause and stop.
final class RunPane extends VBox {
    private final Messages messages;
    private final Label stage = Controls.yielding("", "strong");
    private final Label left = Controls.whole("", "muted");
    private final ProgressBar bar = new ProgressBar();
    private final Label figures = Controls.yielding("", "muted", "small");
    private final Button pause;
    private final IterationCards cards;

    RunPane(AlignViewModel model, Action pauseAction, Messages messages) {
        this.messages = messages;
        getStyleClass().add("page");
        pause = Controls.button(pauseAction, messages.t("align.pause"), "dense");
        HBox head =
                new HBox(
                        Controls.whole(messages.t("align.running"), "page-title"),
                        Controls.yielding(messages.t("align.running.lead"), "muted", "small"),
                        Controls.spacer(),
                        pause,
                        Controls.button(messages.t("align.stop"), model::stop, "dense"));
        head.getStyleClass().add("page-head");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox now = new VBox(Controls.row(stage, Controls.spacer(), left), bar, figures);
        now.getStyleClass().addAll("panel", "now");
        now.setMinHeight(USE_PREF_SIZE);
        cards = new IterationCards(messages);
        CurveGrid grid = new CurveGrid(model.curves(), messages);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(head, now, cards, grid);
        model.statusProperty().subscribe(this::show);
        model.stepsProperty().subscribe(steps -> grid.refresh());
        model.runsProperty().subscribe(this::showRuns);
    }

    private void showRuns(List<RunStatus> runs) {
        if (!runs.isEmpty()) {
            RunStatus newest = runs.getFirst();
            cards.show(newest.finished(), newest.iterations(), newest.kept());
        }
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
