package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.Loading;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.plot.Plot;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.reward.RewardVersion;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The reward model in figures, each beside its baseline.
public final class RewardView implements Screen {
    private final RewardViewModel model;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label title = Controls.whole("", "page-title");
    private final Label stale = Controls.whole("", "tag", "watch-tag");
    private final Label facts = Controls.yielding("", "muted", "small");
    private final AccuracyPanel accuracy;
    private final Label reliabilityFacts = Controls.yielding("", "muted", "small");
    private final Label lengthFacts = Controls.yielding("", "muted", "small");
    private final Plot reliability;
    private final Plot length;
    private final Action train;
    private final AccuracyViewModel parts;
    private final CurveViewModel curves;
    private final CurvePanel curve;

    public RewardView(
            RewardViewModel model,
            AccuracyViewModel parts,
            CurveViewModel curves,
            Navigator navigator,
            Messages messages) {
        this.model = model;
        this.parts = parts;
        this.curves = curves;
        this.messages = messages;
        root.getChildren().setAll(new Loading(messages.t("loading.reward")));
        train =
                new Action(
                        "reward.train",
                        messages.t("action.reward.train"),
                        Scope.on(ScreenId.REWARD),
                        Shortcut.of("Ctrl+Enter"),
                        model.canTrain(),
                        model::train);
        HBox head =
                new HBox(
                        title,
                        stale,
                        facts,
                        Controls.spacer(),
                        Controls.button(train, messages.t("reward.train"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        accuracy = new AccuracyPanel(parts, messages);
        RewardPlots plots = new RewardPlots(messages);
        reliability = new Plot(plots.noReliability());
        length = new Plot(plots.noLength());
        reliability.getStyleClass().add("figure");
        length.getStyleClass().add("figure");
        reliability.setAccessibleText(messages.t("reward.reliability"));
        length.setAccessibleText(messages.t("reward.length"));
        Panel reliabilityPanel =
                new Panel(messages.t("reward.reliability"), Controls.spacer(), reliabilityFacts);
        reliabilityPanel.grow(reliability);
        Panel lengthPanel = new Panel(messages.t("reward.length"), Controls.spacer(), lengthFacts);
        lengthPanel.grow(length);
        curve = new CurvePanel(curves, messages);
        Node left = new FigureGrid(List.of(accuracy, reliabilityPanel, curve, lengthPanel)).node();
        HBox.setHgrow(left, Priority.ALWAYS);
        RewardSide side =
                new RewardSide(
                        new WhyScorePane(model, navigator, messages),
                        new ChoicesPane(parts, navigator, messages),
                        parts,
                        messages);
        HBox split = new HBox(left, side);
        split.getStyleClass().add("columns");
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(head, split);
        page.getStyleClass().add("page");
        empty = empty(curves);
        model.versionsProperty().subscribe(this::show);
        model.loadedProperty().subscribe(loaded -> show(model.versionsProperty().get()));
        model.scoredProperty().subscribe(points -> length.show(plots.length(points)));
        model.versionsProperty()
                .subscribe(
                        versions -> {
                            if (!versions.isEmpty()) {
                                reliability.show(plots.reliability(versions.getFirst().report()));
                            }
                        });
    }

    /// What the rules are worth can be measured before there is a model.
    private Node empty(CurveViewModel measured) {
        CurvePanel worth = new CurvePanel(measured, messages);
        measured.reportProperty()
                .subscribe(
                        report ->
                                VBox.setVgrow(
                                        worth,
                                        report.isPresent() ? Priority.ALWAYS : Priority.NEVER));
        worth.getStyleClass().add("beneath");
        VBox box =
                new VBox(
                        new EmptyState(
                                messages.t("reward.empty.title"),
                                messages.t("reward.empty.text"),
                                emptyButton()),
                        worth);
        box.getStyleClass().addAll("page", "empty-page");
        return box;
    }

    private Node emptyButton() {
        var button = Controls.button(train, messages.t("reward.train"), "accent");
        button.setId("reward-train-first");
        return button;
    }

    private void show(List<RewardVersion> versions) {
        if (!model.loadedProperty().get()) {
            return;
        }
        root.getChildren().setAll(versions.isEmpty() ? empty : page);
        if (versions.isEmpty()) {
            return;
        }
        RewardVersion newest = versions.getFirst();
        title.setText(messages.t("reward.title", newest.number()));
        stale.setText(messages.t("reward.stale"));
        Controls.show(stale, Shown.when(newest.stale()));
        facts.setText(
                messages.t(
                        "reward.facts",
                        newest.choices(),
                        newest.labels(),
                        newest.report().pairs()));
        accuracy.show(versions);
        parts.load();
        reliabilityFacts.setText(
                messages.t(
                        "reward.ece",
                        Numbers.share(newest.report().ece()),
                        Numbers.share(newest.report().eceBeforeTemperature())));
        lengthFacts.setText(
                messages.t("reward.r", Numbers.two(newest.report().lengthCorrelation())));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(train, curve.measure());
    }

    @Override
    public void shown() {
        model.load();
        if (!model.versionsProperty().get().isEmpty()) {
            parts.load();
        }
        curves.load();
    }
}
