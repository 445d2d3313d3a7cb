package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Unbroken;
import dev.whetstone.services.align.AlignReport;
import dev.whetstone.services.align.IterationReport;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A finished run: in words, in figures beside the controls, in replies before and after, where its
/// training pairs came from, and what its trainings checked of themselves.
final class ReportPane extends VBox {
    private final AlignViewModel model;
    private final Messages messages;
    private final Label title = Controls.whole("", "page-title");
    private final Label kept = Controls.whole("", "tag", "good-tag");
    private final HBox keepers = new HBox();
    private final VBox words = new VBox();
    private final IterationCards cards;
    private final ComparisonTable table;
    private final RuleChanges rules;
    private final SamplesPane samples;
    private final ChecksPane checks;

    ReportPane(
            AlignViewModel model,
            Action create,
            Action another,
            Navigator navigator,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("page");
        keepers.getStyleClass().add("row");
        HBox head =
                new HBox(
                        title,
                        kept,
                        Controls.spacer(),
                        keepers,
                        Controls.button(create, messages.t("align.again"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        words.getStyleClass().addAll("panel", "report-words");
        words.setMinHeight(USE_PREF_SIZE);
        cards = new IterationCards(messages);
        table = new ComparisonTable(messages);
        rules = new RuleChanges(navigator, messages);
        CurveGrid curves = new CurveGrid(model.curves(), messages);
        model.stepsProperty().subscribe(steps -> curves.refresh());
        checks = new ChecksPane(messages);
        samples = new SamplesPane(model, another, messages);
        TabPane tabs =
                new TabPane(
                        tab("align.tab.rules", rules),
                        tab("align.tab.figures", table),
                        tab("align.tab.replies", samples),
                        tab("align.tab.lineage", new LineagePane(model, navigator, messages)),
                        tab("align.tab.curves", curves),
                        tab("align.tab.checks", checks));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        tabs.setMinHeight(0);
        getChildren().addAll(head, words, cards, tabs);
        model.reportProperty().subscribe(this::show);
    }

    void nextSample() {
        samples.next();
    }

    private Tab tab(String key, Node content) {
        return new Tab(messages.t(key), content);
    }

    private void show(Optional<AlignReport> report) {
        if (report.isEmpty()) {
            return;
        }
        AlignReport r = report.get();
        title.setText(messages.t("align.result"));
        kept.setText(
                r.kept() == 0
                        ? messages.t("align.kept.start")
                        : messages.t("align.kept.iteration", r.kept()));
        words.getChildren().clear();
        for (int i = 0; i < r.words().size(); i++) {
            words.getChildren()
                    .add(
                            Controls.wrapped(
                                    Unbroken.of(r.words().get(i)),
                                    "lead",
                                    i == 0 ? "strong" : "plain"));
        }
        cards.show(r.iterations(), r.iterations().size(), r.kept());
        table.show(r);
        rules.show(r.rules());
        checks.show(r.iterations());
        keepers.getChildren().clear();
        for (IterationReport iteration : r.iterations()) {
            if (iteration.iteration() != r.kept()) {
                keepers.getChildren()
                        .add(
                                Controls.button(
                                        messages.t("align.keep", iteration.iteration()),
                                        () -> model.keep(iteration.iteration()),
                                        "dense"));
            }
        }
        if (r.kept() != 0) {
            Button back =
                    Controls.button(messages.t("align.roll-back"), () -> model.keep(0), "dense");
            keepers.getChildren().add(back);
        }
    }
}
