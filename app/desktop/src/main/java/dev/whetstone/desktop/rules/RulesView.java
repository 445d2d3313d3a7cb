package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.rules.RuleState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules' screen: the list above, the editor below, the effect beside.
public final class RulesView implements Screen {
    private final RulesViewModel model;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label counts = Controls.yielding("", "muted", "small");
    private final RuleTable table;
    private final TextField filter = new TextField();
    private final List<Action> actions;

    public RulesView(
            RulesViewModel model, TextSurfaces surfaces, Navigator navigator, Messages messages) {
        this.model = model;
        this.messages = messages;
        Scope here = Scope.on(ScreenId.RULES);
        Action create =
                Action.always(
                        "rules.new",
                        messages.t("action.rules.new"),
                        here,
                        Shortcut.of("Ctrl+N"),
                        model::startNew);
        Action save =
                new Action(
                        "rules.save",
                        messages.t("action.rules.save"),
                        here,
                        Shortcut.of("Ctrl+S"),
                        model.canSave(),
                        model::save);
        Action find =
                Action.always(
                        "rules.filter",
                        messages.t("action.rules.filter"),
                        here,
                        Shortcut.of("Ctrl+F"),
                        filter::requestFocus);
        Action pause =
                Action.always(
                        "rules.toggle",
                        messages.t("action.rules.toggle"),
                        here,
                        Shortcut.of("Ctrl+P"),
                        model::toggle);
        RuleEditor editor = new RuleEditor(model, surfaces, navigator, save, pause, messages);
        actions = List.of(create, save, find, pause, editor.mendAction());
        filter.setPromptText(messages.t("rules.filter"));
        filter.setAccessibleText(messages.t("rules.filter"));
        filter.getStyleClass().add("dense");
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox head =
                new HBox(
                        Controls.whole(messages.t("screen.rules"), "page-title"),
                        counts,
                        Controls.spacer(),
                        filter,
                        Controls.button(create, messages.t("rules.new"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        table = new RuleTable(model, messages);
        Panel listPanel = new Panel("");
        listPanel.getChildren().clear();
        listPanel.grow(table);
        listPanel.setMinHeight(0);
        VBox left = new VBox(listPanel, editor);
        left.getStyleClass().add("stack");
        left.setMinWidth(0);
        VBox.setVgrow(listPanel, Priority.ALWAYS);
        listPanel.setPrefHeight(10);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox();
        EffectPanel effect = new EffectPanel(model, navigator, messages);
        HistoryPanel history = new HistoryPanel(model, messages);
        VBox.setVgrow(effect, Priority.ALWAYS);
        VBox.setVgrow(history, Priority.SOMETIMES);
        right.getChildren().addAll(effect, history);
        right.getStyleClass().addAll("stack", "side");
        HBox split = new HBox(left, right);
        split.getStyleClass().add("columns");
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(head, split);
        page.getStyleClass().add("page");
        empty =
                new EmptyState(
                        messages.t("rules.empty.title"),
                        messages.t("rules.empty.text"),
                        Controls.button(
                                messages.t("next.judge.verb"),
                                () -> navigator.show(ScreenId.COMPARE),
                                "accent"),
                        Controls.button(messages.t("rules.new"), model::startNew));
        model.all().subscribe(this::refresh);
        model.loadedProperty().subscribe(loaded -> refresh());
        model.editingProperty().subscribe(editing -> refresh());
    }

    private void refresh() {
        counts.setText(
                messages.t(
                        "rules.counts",
                        model.count(RuleState.ACTIVE),
                        model.count(RuleState.SUGGESTED),
                        model.count(RuleState.PAUSED),
                        model.count(RuleState.PARKED)));
        boolean nothing = model.all().isEmpty() && !model.editingProperty().get();
        if (model.loadedProperty().get() || !nothing) {
            root.getChildren().setAll(nothing ? empty : page);
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void shown() {
        model.load();
    }
}
