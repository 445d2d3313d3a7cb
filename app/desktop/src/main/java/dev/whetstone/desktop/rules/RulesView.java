package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Loading;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.rules.Decided.Group;
import dev.whetstone.services.rules.RuleState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The rules' screen: where rules come from above, the editor below, what is known of the open rule
/// beside.
public final class RulesView implements Screen {
    private static final String BOOK = "rules.html";

    private final Studio studio;
    private final RulesViewModel model;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final Label counts = Controls.yielding("", "muted", "small");
    private final TextField filter = new TextField();
    private final EffectPanel effect;
    private final SidePanel side;
    private final SourcePane sources;
    private final List<Action> actions = new ArrayList<>();

    public RulesView(
            Studio studio,
            TextSurfaces surfaces,
            FileDialogs dialogs,
            Navigator navigator,
            Messages messages) {
        this.studio = studio;
        this.model = studio.rules();
        this.dialogs = dialogs;
        this.messages = messages;
        root.getChildren().setAll(new Loading(messages.t("loading.rules")));
        RulesActions make = new RulesActions(messages);
        Action create = make.always("rules.new", "action.rules.new", "Ctrl+N", model::startNew);
        Action save =
                make.when(
                        model.canSave(), "rules.save", "action.rules.save", "Ctrl+S", model::save);
        Action pause = make.always("rules.toggle", "action.rules.toggle", "Ctrl+P", model::toggle);
        RuleEditor editor =
                new RuleEditor(model, studio.lists(), surfaces, navigator, save, pause, messages);
        Action wait =
                make.when(
                        Bindings.isNotEmpty(studio.waiting().items()),
                        "rules.waiting",
                        "action.rules.waiting",
                        "W",
                        studio.waiting()::toggle);
        List<Action> decisions = decisions(make, editor, navigator);
        List<Action> answers = answers(make);
        effect = new EffectPanel(model, navigator, messages);
        side = sidePanel(navigator);
        filter.setPromptText(messages.t("rules.filter"));
        filter.setAccessibleText(messages.t("rules.filter"));
        filter.getStyleClass().add("dense");
        filter.textProperty().bindBidirectional(model.filterProperty());
        Action detectors =
                make.always(
                        "rules.detectors",
                        "action.rules.detectors",
                        "D",
                        () -> navigator.show(ScreenId.DETECTORS));
        sources = new SourcePane(studio, filter, wait, detectors, decisions, answers, messages);
        VBox.setVgrow(sources, Priority.ALWAYS);
        sources.setPrefHeight(10);
        Action suggest = make.always("rules.suggest", "action.rules.suggest", "", this::suggest);
        Action book = make.always("rules.book", "action.rules.book", "", this::writeBook);
        actions.addAll(
                List.of(
                        create,
                        save,
                        pause,
                        make.always(
                                "rules.filter",
                                "action.rules.filter",
                                "Ctrl+F",
                                () -> {
                                    sources.show(SourcePane.Source.LIST);
                                    filter.requestFocus();
                                }),
                        editor.mendAction(),
                        wait,
                        detectors,
                        suggest,
                        book));
        actions.addAll(walks(make));
        actions.addAll(decisions);
        actions.addAll(answers);
        HBox.setHgrow(editor, Priority.ALWAYS);
        editor.setMinWidth(0);
        HBox split = new HBox(editor, side);
        split.getStyleClass().add("columns");
        split.setMinHeight(0);
        split.setPrefHeight(11);
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(head(create, suggest, book), sources, split);
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
        model.startProperty().subscribe(start -> start.ifPresent(pairs -> side.showFirst()));
    }

    private HBox head(Action create, Action suggest, Action book) {
        Button mine = Controls.button(suggest, "", "dense");
        model.unexplainedProperty()
                .subscribe(
                        count -> mine.setText(messages.t("rules.suggest.from", count.intValue())));
        HBox head =
                new HBox(
                        Controls.whole(messages.t("screen.rules"), "page-title"),
                        counts,
                        Controls.spacer(),
                        Controls.button(book, messages.t("rules.book"), "dense"),
                        mine,
                        Controls.button(create, messages.t("rules.new"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        return head;
    }

    private SidePanel sidePanel(Navigator navigator) {
        ToggleButton checks = new ToggleButton();
        studio.checks().foundProperty().subscribe(found -> checks.setText(checksText(found)));
        ToggleButton sliders = new ToggleButton();
        studio.sliders()
                .scalesProperty()
                .subscribe(
                        scales -> sliders.setText(messages.t("rules.tab.sliders", scales.size())));
        ToggleButton family = new ToggleButton(messages.t("rules.tab.family"));
        Runnable mark =
                () ->
                        family.setText(
                                studio.families().suggestion().isPresent()
                                        ? messages.t("rules.tab.family.ask")
                                        : messages.t("rules.tab.family"));
        studio.families().suggestedProperty().subscribe(all -> mark.run());
        model.openedProperty().subscribe(opened -> mark.run());
        return new SidePanel(
                List.of(
                        new SidePanel.Aspect(
                                new ToggleButton(messages.t("rules.tab.effect")), effect),
                        new SidePanel.Aspect(
                                checks, new ChecksPanel(studio.checks(), navigator, messages)),
                        new SidePanel.Aspect(sliders, new SlidersPanel(studio.sliders(), messages)),
                        new SidePanel.Aspect(
                                family,
                                new FamilyPanel(studio.families(), model, navigator, messages)),
                        new SidePanel.Aspect(
                                new ToggleButton(messages.t("rules.tab.history")),
                                new HistoryPanel(studio.history(), messages))));
    }

    private String checksText(ChecksViewModel.Found found) {
        return found instanceof ChecksViewModel.Done(var findings)
                ? messages.t("rules.tab.checks", findings.size())
                : messages.t("rules.tab.checks", 0);
    }

    /// What can be done with a sentence that waits; only while such a list is shown.
    private List<Action> decisions(RulesActions make, RuleEditor editor, Navigator navigator) {
        WaitingViewModel waiting = studio.waiting();
        var shown = waiting.shownProperty();
        return List.of(
                make.when(shown, "rules.accept", "action.accept", "A", waiting::accept),
                make.when(shown, "rules.edit", "action.edit", "Q", editor::focusText),
                make.when(shown, "rules.reading", "action.reading", "R", waiting::nextReading),
                make.when(shown, "rules.ignore", "action.ignore", "I", waiting::ignore),
                make.when(
                        waiting.twofold(),
                        "rules.ask",
                        "action.rules.ask",
                        "O",
                        () ->
                                waiting.selectedProperty()
                                        .get()
                                        .ifPresent(
                                                w ->
                                                        navigator.ask(
                                                                w.comparisonId(),
                                                                w.explanation()))));
    }

    /// Answers to a suggestion; only while one is asked and no sentence waits in its place.
    private List<Action> answers(RulesActions make) {
        SuggestionsViewModel asks = studio.suggestions();
        var asked = asks.askingProperty().and(studio.waiting().shownProperty().not());
        return List.of(
                make.when(asked, "rules.suggested.yes", "action.suggested.yes", "Y", asks::accept),
                make.when(asked, "rules.suggested.no", "action.suggested.no", "X", asks::decline),
                make.when(
                        asked,
                        "rules.suggested.later",
                        "action.suggested.later",
                        "L",
                        asks::later));
    }

    /// N and M where no text is written, with Alt everywhere.
    private List<Action> walks(RulesActions make) {
        Runnable right = () -> walk(Group.NEWLY_RIGHT);
        Runnable wrong = () -> walk(Group.NEWLY_WRONG);
        return List.of(
                make.always("rules.next-right", "action.rules.next-right", "N", right),
                make.always("rules.next-wrong", "action.rules.next-wrong", "M", wrong),
                make.always(
                        "rules.next-right.writing",
                        "action.rules.next-right.writing",
                        "Alt+N",
                        right),
                make.always(
                        "rules.next-wrong.writing",
                        "action.rules.next-wrong.writing",
                        "Alt+M",
                        wrong));
    }

    private void walk(Group group) {
        side.showFirst();
        effect.walk(group, side.scroll());
    }

    private void suggest() {
        sources.show(SourcePane.Source.SUGGESTIONS);
        if (!studio.suggestions().askingProperty().get()) {
            studio.suggestions().search();
        }
    }

    private void writeBook() {
        dialogs.save(messages.t("rules.book.dialog"), BOOK).ifPresent(studio.book()::write);
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
        return List.copyOf(actions);
    }

    @Override
    public void shown() {
        model.load();
        studio.waiting().load();
    }
}
