package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Durations;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.job.JobStatus;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a panel's own job is, with a way to end it; away while there is none.
final class JobBar extends HBox {
    private final Messages messages;
    private final Label stage = Controls.yielding("", "muted", "small");
    private final ProgressBar bar = new ProgressBar();

    JobBar(Runnable cancel, Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("row", "panel-note");
        getChildren()
                .addAll(
                        bar,
                        stage,
                        Controls.spacer(),
                        Controls.button(messages.t("reward.curve.cancel"), cancel, "dense"));
        show(Optional.empty());
    }

    void show(Optional<JobStatus> status) {
        Controls.show(this, Shown.when(status.isPresent()));
        status.ifPresent(
                now -> {
                    bar.setProgress(now.total() > 0 ? (double) now.done() / now.total() : -1);
                    stage.setText(
                            now.secondsLeft() < 0
                                    ? now.stage()
                                    : messages.t(
                                            "reward.curve.left",
                                            now.stage(),
                                            Durations.words(now.secondsLeft())));
                });
    }
}
