package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.Loading;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Totals;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The data scientist's map: totals, LF summary, overlaps and conflicts, and what is behind each.
public final class CoverageView implements Screen {
    private final CoverageViewModel model;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label facts = Controls.yielding("", "muted", "small");
    private final HBox totals = new HBox();
    private final SummaryTable summary;
    private final HeatMap map;

    public CoverageView(CoverageViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getChildren().setAll(new Loading(messages.t("loading.coverage")));
        HBox head = new HBox(Controls.whole(messages.t("screen.coverage"), "page-title"), facts);
        head.getStyleClass().add("page-head");
        totals.getStyleClass().addAll("panel", "totals");
        totals.setMinHeight(HBox.USE_PREF_SIZE);
        summary = new SummaryTable(model, messages);
        map = new HeatMap(model, messages);
        Panel summaryPanel =
                new Panel(
                        messages.t("coverage.summary"),
                        Controls.spacer(),
                        Controls.yielding(messages.t("coverage.summary.hint"), "muted", "small"));
        summaryPanel.grow(summary);
        Panel mapPanel = new Panel(messages.t("coverage.map"));
        mapPanel.grow(map);
        mapPanel.add(legend());
        HBox upper = new HBox(summaryPanel, mapPanel);
        upper.getStyleClass().add("columns");
        HBox.setHgrow(summaryPanel, Priority.ALWAYS);
        mapPanel.getStyleClass().add("map-panel");
        CellPanel cell = new CellPanel(model, navigator, messages);
        for (Node node : List.of(upper, cell)) {
            VBox.setVgrow(node, Priority.ALWAYS);
        }
        upper.setPrefHeight(14);
        cell.setPrefHeight(10);
        page = new VBox(head, totals, upper, cell);
        page.getStyleClass().add("page");
        empty =
                new EmptyState(
                        messages.t("coverage.empty.title"),
                        messages.t("coverage.empty.text"),
                        Controls.button(
                                messages.t("next.judge.verb"),
                                () -> navigator.show(ScreenId.COMPARE),
                                "accent"),
                        Controls.button(
                                messages.t("coverage.empty.rules"),
                                () -> navigator.show(ScreenId.RULES)));
        model.reportProperty().subscribe(this::show);
        model.busyProperty().subscribe(busy -> page.setOpacity(busy ? 0.6 : 1));
    }

    private Node legend() {
        FlowPane legend =
                new FlowPane(
                        swatch("heat-overlap", messages.t("coverage.map.overlap")),
                        swatch("heat-conflict", messages.t("coverage.map.conflict")));
        legend.getStyleClass().add("map-legend");
        legend.setMinHeight(FlowPane.USE_PREF_SIZE);
        return legend;
    }

    private static HBox swatch(String style, String text) {
        Region colour = new Region();
        colour.getStyleClass().addAll("swatch", style);
        return Controls.row(colour, Controls.whole(text, "muted", "small"));
    }

    private void show(Optional<CoverageReport> report) {
        report.ifPresent(
                r -> {
                    root.getChildren().setAll(r.rules().isEmpty() ? empty : page);
                    Totals t = r.totals();
                    facts.setText(messages.t("coverage.facts", t.pairs(), t.choices(), t.rules()));
                    totals.getChildren()
                            .setAll(
                                    total(
                                            "coverage.covered",
                                            Numbers.percent(t.covered()),
                                            messages.t(
                                                    "coverage.covered.of",
                                                    Math.round(t.covered() * t.pairs()),
                                                    t.pairs()),
                                            new Cell.Uncovered(),
                                            "coverage.covered.open"),
                                    total(
                                            "coverage.two",
                                            Numbers.percent(t.overlap()),
                                            "",
                                            new Cell.Disputed(),
                                            ""),
                                    total(
                                            "coverage.conflict",
                                            Numbers.percent(t.conflict()),
                                            "",
                                            new Cell.Disputed(),
                                            "coverage.conflict.open"),
                                    total(
                                            "coverage.accuracy",
                                            Numbers.two(t.accuracy()),
                                            messages.t(
                                                    "coverage.accuracy.beside",
                                                    Numbers.two(t.low()),
                                                    Numbers.two(t.high()),
                                                    Numbers.two(t.majority())),
                                            new Cell.AgainstExperts(),
                                            "coverage.accuracy.open"));
                    summary.show(r);
                    map.show(r);
                });
    }

    private Node total(String name, String value, String beside, Cell cell, String open) {
        HBox figure =
                Controls.row(
                        Controls.whole(value, "key-figure"),
                        Controls.yielding(beside, "muted", "small"));
        VBox box = new VBox(Controls.yielding(messages.t(name), "muted", "small"), figure);
        box.getStyleClass().add("total");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        // figures with more beside them get more of the row
        box.setPrefWidth(beside.length() * 4.0);
        if (!open.isEmpty()) {
            Button button =
                    Controls.button(messages.t(open), () -> model.open(cell), "flat", "link");
            button.setContentDisplay(ContentDisplay.TEXT_ONLY);
            box.getChildren().add(button);
        }
        return box;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public void shown() {
        model.load();
    }
}
