package dev.whetstone.desktop.detect;

import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.Durations;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.detectors.Asker;
import dev.whetstone.services.detectors.DetectorRow;
import dev.whetstone.services.job.JobStatus;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chosen detector: how good it is, what it is doing, and what can be done with it.
final class AboutPanel extends VBox {
    private final DetectorsViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final DetectorWords words;
    private final Label title = Controls.yielding("", "mono", "strong");
    private final Label source = Controls.wrapped("", "muted", "small");
    private final VBox figures = new VBox();
    private final Button train;
    private final ProgressBar bar = new ProgressBar();
    private final Label stage = Controls.wrapped("", "small");
    private final VBox running;
    private final FlowPane rules = new FlowPane();
    private final TextField name = new TextField();

    AboutPanel(
            DetectorsViewModel model,
            DetectorActions actions,
            Navigator navigator,
            Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        this.words = new DetectorWords(messages);
        figures.getStyleClass().add("tight");
        train = Controls.button(actions.train(), "", "dense", "outline");
        Button read = Controls.button(actions.read(), messages.t("detect.read"), "dense");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        running =
                new VBox(
                        bar,
                        Controls.row(
                                stage,
                                Controls.spacer(),
                                Controls.button(
                                        actions.stop(), messages.t("detect.stop"), "dense")));
        running.getStyleClass().add("tight");
        HBox.setHgrow(stage, Priority.ALWAYS);
        rules.getStyleClass().add("tags");
        name.setId("detector-name");
        name.getStyleClass().add("dense");
        name.setAccessibleText(messages.t("detect.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Runnable rename = () -> model.rename(name.getText());
        name.setOnAction(event -> rename.run());
        getChildren()
                .addAll(
                        title,
                        source,
                        figures,
                        row(train, read),
                        running,
                        Controls.label(messages.t("detect.rule"), "section"),
                        row(
                                Controls.button(
                                        actions.better(), messages.t("detect.better"), "dense"),
                                Controls.button(
                                        actions.worse(), messages.t("detect.worse"), "dense"),
                                Controls.button(
                                        actions.higher(), messages.t("detect.higher"), "dense")),
                        Controls.label(messages.t("detect.asked"), "section"),
                        rules,
                        Controls.label(messages.t("detect.name"), "section"),
                        Controls.row(
                                name,
                                Controls.button(messages.t("detect.rename"), rename, "dense"),
                                Controls.button(
                                        actions.remove(),
                                        messages.t("detect.remove"),
                                        "dense",
                                        "flat")));
        model.chosenProperty().subscribe(row -> row.ifPresent(this::show));
        model.work().runningProperty().subscribe(this::run);
    }

    /// Buttons that take another line where one is too short.
    private static FlowPane row(Node... buttons) {
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().add("tags");
        return row;
    }

    private void show(DetectorRow row) {
        title.setText("#" + row.name());
        source.setText(words.source(row.recipe()));
        Accuracy accuracy = row.accuracy();
        Label standing =
                Controls.wrapped(
                        words.claim(accuracy), DetectorWords.standingStyle(accuracy), "small");
        figures.getChildren()
                .setAll(
                        figure("detect.figure.right", words.right(accuracy)),
                        figure("detect.figure.majority", Numbers.two(accuracy.majority())),
                        standing);
        if (row.made() > 0) {
            figures.getChildren()
                    .add(
                            Controls.wrapped(
                                    messages.t("detect.about.made", row.made()), "muted", "small"));
        }
        train.setText(
                row.state() == DetectorRow.State.UNTRAINED
                        ? messages.t("detect.train")
                        : messages.t("detect.train.again"));
        rules.getChildren().clear();
        for (Asker asker : row.askers()) {
            rules.getChildren()
                    .add(
                            Controls.button(
                                    asker.name(), () -> navigator.openRule(asker.rule()), "link"));
        }
        if (row.askers().isEmpty()) {
            rules.getChildren()
                    .add(Controls.wrapped(messages.t("detect.asked.none"), "muted", "small"));
        }
        if (!name.isFocused()) {
            name.setText(row.name());
        }
        run(model.work().runningProperty().get());
    }

    private HBox figure(String key, String value) {
        Label what = Controls.wrapped(messages.t(key), "small");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        return Controls.row(what, Controls.whole(value, "strong"));
    }

    private void run(Optional<WorkViewModel.Running> now) {
        String open = model.chosenProperty().get().map(DetectorRow::name).orElse("");
        Optional<JobStatus> status =
                now.filter(work -> work.isOf(open)).map(WorkViewModel.Running::status);
        Controls.show(running, Shown.when(status.isPresent()));
        status.ifPresent(
                s -> {
                    bar.setProgress(s.total() == 0 ? -1 : (double) s.done() / s.total());
                    stage.setText(words(s));
                });
    }

    private String words(JobStatus status) {
        if (status.total() == 0) {
            return status.stage();
        }
        return status.secondsLeft() < 0
                ? messages.t("detect.running", status.done(), status.total())
                : messages.t(
                        "detect.running.left",
                        status.done(),
                        status.total(),
                        Durations.words(status.secondsLeft()));
    }
}
