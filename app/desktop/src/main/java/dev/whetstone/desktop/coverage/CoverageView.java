package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Loading;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Totals;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The data scientist's map: totals, LF summary, overlaps and conflicts, what is not covered,
/// slices and label models, and the comparisons behind each figure.
public final class CoverageView implements Screen {
    private static final double SIDE_SHARE = .47;

    private final CoverageViewModel model;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label facts = Controls.yielding("", "muted", "small");
    private final TotalsBar totals;
    private final SummaryTable summary;
    private final MapPanel map;
    private final GroupsPane groups;

    public CoverageView(
            CoverageViewModel model,
            Navigator navigator,
            Feedback feedback,
            FileDialogs dialogs,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getChildren().setAll(new Loading(messages.t("loading.coverage")));
        SliceNames slices = new SliceNames(messages);
        ModelNames models = new ModelNames(messages);
        HBox head = new HBox(Controls.whole(messages.t("screen.coverage"), "page-title"), facts);
        head.getChildren().add(Controls.spacer());
        head.getChildren()
                .addAll(
                        new ViewChooser(model, slices, models, feedback, dialogs, messages)
                                .nodes());
        head.getStyleClass().add("page-head");
        totals = new TotalsBar(model, messages);
        summary = new SummaryTable(model, messages);
        map = new MapPanel(model, messages);
        groups = new GroupsPane(model, navigator, messages);
        TableAndMap upper = new TableAndMap(summary, map, messages);
        SidePanel side =
                new SidePanel(
                        groups,
                        new SlicesPane(model, slices, messages),
                        new ModelsPane(model, models, messages),
                        new WhyPane(model, navigator, messages),
                        new PeoplePane(model, messages),
                        messages);
        CellPanel cell = new CellPanel(model, navigator, feedback, side::showWhy, messages);
        HBox lower = new HBox(side, cell);
        lower.getStyleClass().add("columns");
        lower.setMinHeight(0);
        side.prefWidthProperty().bind(lower.widthProperty().multiply(SIDE_SHARE));
        cell.setPrefWidth(10);
        cell.setMinWidth(0);
        HBox.setHgrow(cell, Priority.ALWAYS);
        for (Node node : List.of(upper, lower)) {
            VBox.setVgrow(node, Priority.ALWAYS);
        }
        lower.setPrefHeight(12);
        page = new VBox(head, totals, upper, lower);
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

    private void show(Optional<CoverageReport> report) {
        report.ifPresent(
                r -> {
                    root.getChildren().setAll(r.rules().isEmpty() ? empty : page);
                    Totals t = r.totals();
                    facts.setText(messages.t("coverage.facts", t.pairs(), t.choices(), t.rules()));
                    totals.show(r);
                    summary.show(r);
                    map.show(r);
                });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return groups.actions();
    }

    @Override
    public void shown() {
        model.load();
    }
}
