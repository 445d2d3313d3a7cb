package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where a rule for the editor comes from: the list, sentences that wait, suggestions, templates or
/// word lists. One is shown at a time.
final class SourcePane extends VBox {
    private final Studio studio;
    private final Messages messages;
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.LIST);
    private final WaitingTable waitingTable;
    private final Map<Source, Node> pages = new EnumMap<>(Source.class);
    private final StateFilter states;
    private final TextField filter;

    enum Source {
        LIST,
        WAITING,
        SUGGESTIONS,
        TEMPLATES,
        LISTS
    }

    /// @param filter of the list
    /// @param wait shows what waits
    /// @param detectors leads to their screen
    /// @param decisions about a sentence that waits
    /// @param answers to a suggestion
    SourcePane(
            Studio studio,
            TextField filter,
            Action wait,
            Action detectors,
            List<Action> decisions,
            List<Action> answers,
            Messages messages) {
        this.studio = studio;
        this.messages = messages;
        this.filter = filter;
        this.states = new StateFilter(studio.rules(), messages);
        getStyleClass().add("panel");
        setMinHeight(0);
        RuleLines lines = new RuleLines(studio.rules().rows(), studio.families());
        waitingTable = new WaitingTable(studio.waiting(), decisions, messages);
        pages.put(Source.LIST, new RuleTable(studio.rules(), lines, messages));
        pages.put(Source.WAITING, waitingTable);
        pages.put(
                Source.SUGGESTIONS,
                new SuggestionsPane(studio.suggestions(), studio.rules(), answers, messages));
        pages.put(Source.TEMPLATES, new TemplatesPane(studio.templates(), messages));
        pages.put(Source.LISTS, new WordListsPane(studio.lists(), messages));
        StackPane stack = new StackPane(pages.values().toArray(Node[]::new));
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        HBox head =
                new HBox(
                        segments(wait),
                        Controls.button(detectors, messages.t("rules.source.detectors"), "dense"),
                        Controls.spacer(),
                        states,
                        filter);
        head.getStyleClass().add("panel-header");
        getChildren().addAll(head, stack);
        source.subscribe(this::turn);
        studio.waiting()
                .shownProperty()
                .subscribe(
                        shown -> {
                            if (shown) {
                                show(Source.WAITING);
                                waitingTable.focusTable();
                            } else if (source.get() == Source.WAITING) {
                                show(Source.LIST);
                            }
                        });
    }

    private Segments segments(Action wait) {
        ToggleButton waits = Controls.toggle(wait, "", "dense");
        waits.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::waitingText,
                                studio.waiting().items(),
                                studio.waiting().loadedProperty(),
                                studio.waiting().progressProperty()));
        source.subscribe(now -> waits.setSelected(now == Source.WAITING));
        // a press on the chosen one leaves it chosen
        waits.setOnAction(
                event -> {
                    waits.setSelected(true);
                    if (source.get() != Source.WAITING) {
                        wait.run();
                    }
                });
        ToggleButton suggestions =
                button(Source.SUGGESTIONS, messages.t("rules.source.suggestions"));
        studio.rules()
                .loadsProperty()
                .subscribe(
                        loads ->
                                suggestions.setText(
                                        messages.t(
                                                "rules.source.suggested",
                                                studio.suggestions().waiting())));
        return new Segments(
                List.of(
                        button(Source.LIST, messages.t("rules.source.list")),
                        waits,
                        suggestions,
                        button(Source.TEMPLATES, messages.t("rules.source.templates")),
                        button(Source.LISTS, messages.t("rules.source.lists"))));
    }

    private ToggleButton button(Source of, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId("rules-source-" + of.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("dense");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    button.setSelected(true);
                    show(of);
                });
        source.subscribe(now -> button.setSelected(now == of));
        return button;
    }

    private String waitingText() {
        if (studio.waiting().loadedProperty().get()) {
            return messages.t("rules.waiting", studio.waiting().items().size());
        }
        WaitingViewModel.Progress read = studio.waiting().progressProperty().get();
        return read.of() == 0
                ? messages.t("rules.waiting.counting")
                : messages.t("rules.waiting.reading", read.done(), read.of());
    }

    void show(Source wanted) {
        source.set(wanted);
        if (wanted != Source.WAITING && studio.waiting().shownProperty().get()) {
            studio.waiting().toggle();
        }
        if (wanted == Source.SUGGESTIONS) {
            studio.suggestions().show();
        }
    }

    private void turn(Source now) {
        pages.forEach((of, page) -> Controls.show(page, Shown.when(of == now)));
        Controls.show(filter, Shown.when(now == Source.LIST));
        Controls.show(states, Shown.when(now == Source.LIST));
    }
}
