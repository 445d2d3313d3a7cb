package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.curve.CurveReport;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the rules are worth: accuracy by the number of choices, and what it says in words.
final class CurvePanel extends VBox {
    private final Messages messages;
    private final Action measure;
    private final CurvePlot plots;
    private final Plot plot;
    private final Label stale;
    private final Button start;
    private final VBox shown = new VBox();
    private final VBox words = new VBox();

    CurvePanel(CurveViewModel model, Messages messages) {
        this.messages = messages;
        measure =
                new Action(
                        "reward.curve",
                        messages.t("action.reward.curve"),
                        Scope.on(ScreenId.REWARD),
                        Shortcut.NONE,
                        model.canMeasure(),
                        model::measure);
        plots = new CurvePlot(messages);
        plot = new Plot(plots.nothing());
        plot.setAccessibleText(messages.t("reward.curve"));
        stale = Controls.whole(messages.t("reward.curve.stale"), "tag", "watch-tag");
        start = Controls.button(measure, "", "dense");
        start.setId("reward-curve-measure");
        JobBar progress = new JobBar(model::cancel, messages);
        words.getStyleClass().add("panel-note");
        plot.getStyleClass().add("figure");
        VBox.setVgrow(plot, Priority.ALWAYS);
        shown.getChildren().setAll(legend(), plot);
        VBox.setVgrow(shown, Priority.ALWAYS);
        shown.getStyleClass().add("panel-plot");
        Panel panel = new Panel(messages.t("reward.curve"), Controls.spacer(), stale, start);
        panel.grow(shown).add(words).add(progress);
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        model.reportProperty().subscribe(this::show);
        model.statusProperty().subscribe(progress::show);
    }

    Action measure() {
        return measure;
    }

    private FlowPane legend() {
        FlowPane legend =
                new FlowPane(
                        entry("series-1", messages.t("reward.curve.with-rules")),
                        entry("series-2", messages.t("reward.curve.alone")),
                        entry("series-0", messages.t("reward.curve.majority")));
        legend.getStyleClass().add("plot-legend");
        return legend;
    }

    private static Node entry(String series, String text) {
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", series);
        return Controls.row(line, Controls.whole(text, "small"));
    }

    private void show(Optional<CurveReport> report) {
        Controls.show(stale, Shown.when(report.isPresent() && report.get().stale()));
        Controls.show(shown, Shown.when(report.isPresent()));
        start.setText(
                messages.t(report.isPresent() ? "reward.curve.again" : "reward.curve.measure"));
        words.getChildren().clear();
        if (report.isEmpty()) {
            words.getChildren()
                    .add(Controls.wrapped(messages.t("reward.curve.none"), "muted", "small"));
            return;
        }
        CurveReport measured = report.get();
        plot.show(plots.of(measured.curve()));
        measured.words().forEach(line -> words.getChildren().add(Controls.wrapped(line, "small")));
        words.getChildren()
                .add(
                        Controls.wrapped(
                                messages.t(
                                        "reward.curve.facts",
                                        measured.curve().judgements(),
                                        measured.curve().groups(),
                                        measured.curve().draws()),
                                "muted",
                                "small"));
    }
}
