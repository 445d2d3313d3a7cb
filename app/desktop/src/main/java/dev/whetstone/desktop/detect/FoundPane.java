package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.detect.FoundViewModel.Sort;
import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.detectors.Found;
import dev.whetstone.services.detectors.ReadReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a detector finds: how its scores are spread, what a threshold keeps, and the replies at
/// either end and around the threshold.
final class FoundPane extends StackPane {
    private final DetectorsViewModel screen;
    private final FoundViewModel model;
    private final Messages messages;
    private final ScorePlot plots;
    private final Plot plot;
    private final Slider slider = new Slider(0, 1, .5);
    private final Label from = Controls.whole("", "strong");
    private final Label kept = Controls.wrapped("", "small");
    private final Label read = Controls.wrapped("", "muted", "small");
    private final Button others;
    private final Button mark;
    private final ListView<ReadReply> list = new ListView<>();
    private final HBox page;
    private final VBox nothing = new VBox();

    FoundPane(DetectorsViewModel screen, DetectorActions actions, Messages messages) {
        this.screen = screen;
        this.model = screen.found();
        this.messages = messages;
        this.plots = new ScorePlot(messages);
        this.plot = new Plot(plots.none());
        plot.getStyleClass().addAll("score-plot");
        plot.setAccessibleText(messages.t("detect.plot"));
        setMinHeight(0);
        slider.setId("detector-threshold");
        slider.setAccessibleText(messages.t("detect.threshold"));
        slider.setBlockIncrement(.01);
        slider.valueProperty().subscribe(value -> model.setThreshold(value.doubleValue()));
        others = Controls.button(actions.read(), messages.t("detect.read.others"), "dense");
        mark =
                Controls.button(
                        messages.t("detect.mark.these"), screen::markListed, "dense", "outline");
        mark.setId("detect-mark-these");
        VBox left =
                new VBox(
                        plot,
                        slider,
                        Controls.row(
                                Controls.yielding(messages.t("detect.threshold"), "small"), from),
                        kept,
                        read,
                        others);
        left.getStyleClass().addAll("found-left");
        list.setId("detector-replies");
        list.setCellFactory(unused -> new ReplyCell(messages));
        list.setAccessibleText(messages.t("detect.replies"));
        list.setPlaceholder(Controls.wrapped(messages.t("detect.replies.none"), "muted"));
        list.setMinHeight(0);
        list.getStyleClass().add("reply-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        FlowPane head = new FlowPane(segments(), mark);
        head.getStyleClass().add("found-head");
        VBox right = new VBox(head, list);
        right.setMinWidth(0);
        right.setMinHeight(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        page = new HBox(left, right);
        page.getStyleClass().add("found-page");
        page.setMinHeight(0);
        nothing.getStyleClass().add("question-page");
        nothing.getChildren()
                .addAll(
                        Controls.wrapped(messages.t("detect.nothing.title"), "strong", "lead"),
                        Controls.wrapped(messages.t("detect.nothing.text"), "muted"));
        getChildren().addAll(page, nothing);
        model.foundProperty().subscribe(this::show);
        model.thresholdProperty().subscribe(value -> threshold(value.doubleValue()));
        model.sortProperty().subscribe(sort -> fill());
    }

    private Segments segments() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            ToggleButton button = new ToggleButton(name(sort));
            button.setId("detect-sort-" + sort.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("dense");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        button.setSelected(true);
                        model.sortProperty().set(sort);
                    });
            model.sortProperty().subscribe(now -> button.setSelected(now == sort));
            buttons.add(button);
        }
        return new Segments(buttons);
    }

    private String name(Sort sort) {
        return switch (sort) {
            case HIGHEST -> messages.t("detect.sort.highest");
            case NEAREST -> messages.t("detect.sort.nearest");
            case LOWEST -> messages.t("detect.sort.lowest");
        };
    }

    private void threshold(double value) {
        from.setText(Numbers.two(value));
        if (Math.abs(slider.getValue() - value) > .005) {
            slider.setValue(value);
        }
        model.foundProperty().get().ifPresent(found -> plot.show(plots.of(found, value)));
    }

    private void show(Optional<Found> found) {
        boolean some = found.filter(all -> all.read() > 0).isPresent();
        Controls.show(page, Shown.when(some));
        Controls.show(nothing, Shown.when(found.isPresent() && !some));
        found.ifPresent(
                all -> {
                    plot.show(plots.of(all, model.thresholdProperty().get()));
                    kept.setText(
                            messages.t(
                                    "detect.kept",
                                    all.kept(),
                                    all.read(),
                                    Numbers.wholePercent((double) all.kept() / all.read())));
                    boolean whole = all.read() >= all.replies();
                    read.setText(
                            whole
                                    ? messages.t("detect.read.all", all.replies())
                                    : messages.t("detect.read.some", all.read(), all.replies()));
                    Controls.show(others, Shown.when(!whole));
                });
        fill();
    }

    private void fill() {
        list.getItems().setAll(model.listed());
        int open = model.unmarked().size();
        mark.setText(messages.t("detect.mark.these", open));
        mark.setDisable(open == 0);
    }
}
