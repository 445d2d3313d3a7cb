package dev.whetstone.desktop.rules;

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
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.rules.RuleState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules' screen: the list above, the editor below, the effect beside.
public final class RulesView implements Screen {
    private final RulesViewModel model;
    private final WaitingViewModel waiting;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label counts = Controls.yielding("", "muted", "small");
    private final TextField filter = new TextField();
    private final List<Action> actions;

    public RulesView(
            RulesViewModel model,
            WaitingViewModel waiting,
            TextSurfaces surfaces,
            Navigator navigator,
            Messages messages) {
        this.model = model;
        this.waiting = waiting;
        this.messages = messages;
        root.getChildren().setAll(new Loading(messages.t("loading.rules")));
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
        Action wait =
                new Action(
                        "rules.waiting",
                        messages.t("action.rules.waiting"),
                        here,
                        Shortcut.of("W"),
                        Bindings.isNotEmpty(waiting.items()),
                        waiting::toggle);
        List<Action> decisions = decisions(editor, here);
        actions = new ArrayList<>(List.of(create, save, find, pause, editor.mendAction(), wait));
        actions.addAll(decisions);
        filter.setPromptText(messages.t("rules.filter"));
        filter.setAccessibleText(messages.t("rules.filter"));
        filter.getStyleClass().add("dense");
        filter.textProperty().bindBidirectional(model.filterProperty());
        ToggleButton waits = Controls.toggle(wait, "", "dense");
        waits.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::waitingText,
                                waiting.items(),
                                waiting.loadedProperty(),
                                waiting.progressProperty()));
        HBox head =
                new HBox(
                        Controls.whole(messages.t("screen.rules"), "page-title"),
                        counts,
                        Controls.spacer(),
                        filter,
                        waits,
                        Controls.button(create, messages.t("rules.new"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        RuleTable table = new RuleTable(model, messages);
        WaitingTable waitingTable = new WaitingTable(waiting, decisions, messages);
        StackPane lists = new StackPane(table, waitingTable);
        lists.getStyleClass().add("panel");
        lists.setMinHeight(0);
        lists.setPrefHeight(10);
        VBox.setVgrow(lists, Priority.ALWAYS);
        waiting.shownProperty()
                .subscribe(
                        shown -> {
                            waits.setSelected(shown);
                            Controls.show(table, Shown.when(!shown));
                            Controls.show(waitingTable, Shown.when(shown));
                            if (shown) {
                                waitingTable.focusTable();
                            }
                        });
        VBox right =
                new VBox(
                        new EffectPanel(model, navigator, messages),
                        new HistoryPanel(model, messages));
        VBox.setVgrow(right.getChildren().getFirst(), Priority.ALWAYS);
        right.getStyleClass().addAll("stack", "side");
        HBox.setHgrow(editor, Priority.ALWAYS);
        editor.setMinWidth(0);
        HBox split = new HBox(editor, right);
        split.getStyleClass().add("columns");
        split.setMinHeight(0);
        split.setPrefHeight(11);
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(head, lists, split);
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

    private String waitingText() {
        if (waiting.loadedProperty().get()) {
            return messages.t("rules.waiting", waiting.items().size());
        }
        WaitingViewModel.Progress read = waiting.progressProperty().get();
        return read.of() == 0
                ? messages.t("rules.waiting.counting")
                : messages.t("rules.waiting.reading", read.done(), read.of());
    }

    /// What can be done with a sentence that waits; only while such a list is shown.
    private List<Action> decisions(RuleEditor editor, Scope here) {
        return List.of(
                decision("rules.accept", "action.accept", "A", here, waiting::accept),
                decision("rules.edit", "action.edit", "Q", here, editor::focusText),
                decision("rules.reading", "action.reading", "R", here, waiting::nextReading),
                decision("rules.ignore", "action.ignore", "I", here, waiting::ignore));
    }

    private Action decision(String id, String title, String key, Scope here, Runnable effect) {
        return new Action(
                id, messages.t(title), here, Shortcut.of(key), waiting.shownProperty(), effect);
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
        waiting.load();
    }
}
