package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.rules.SuggestionsViewModel.Asked;
import dev.whetstone.desktop.rules.SuggestionsViewModel.Idle;
import dev.whetstone.desktop.rules.SuggestionsViewModel.Searching;
import dev.whetstone.desktop.rules.SuggestionsViewModel.State;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Suggestions;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What was mined from choices, as one question after the other.
final class SuggestionsPane extends VBox {
    private final SuggestionsViewModel model;
    private final RulesViewModel list;
    private final List<Action> answers;
    private final Messages messages;
    private final ProgressBar bar = new ProgressBar();

    /// @param answers yes, no, later
    SuggestionsPane(
            SuggestionsViewModel model,
            RulesViewModel list,
            List<Action> answers,
            Messages messages) {
        this.model = model;
        this.list = list;
        this.answers = answers;
        this.messages = messages;
        getStyleClass().add("question-page");
        setMinHeight(0);
        model.stateProperty().subscribe(this::show);
        list.unexplainedProperty().subscribe(count -> show(model.stateProperty().get()));
    }

    private void show(State state) {
        switch (state) {
            case Idle(var last) -> idle(last);
            case Searching searching -> searching(searching);
            case Asked asked -> ask(asked);
        }
    }

    private void idle(Optional<Suggestions> last) {
        int open = list.unexplainedProperty().get();
        Label told =
                Controls.wrapped(
                        last.map(
                                        found ->
                                                messages.t(
                                                        "rules.suggest.found",
                                                        found.tested(),
                                                        found.added().size()))
                                .orElse(messages.t("rules.suggest.about")),
                        "muted");
        getChildren()
                .setAll(
                        Controls.wrapped(messages.t("rules.suggest.title", open), "strong", "lead"),
                        told,
                        row(
                                Controls.button(
                                        messages.t("rules.suggest.search"),
                                        model::search,
                                        "outline")));
    }

    private void searching(Searching searching) {
        bar.setProgress(searching.of() == 0 ? -1 : (double) searching.done() / searching.of());
        Label told =
                Controls.wrapped(
                        searching.of() == 0
                                ? messages.t("rules.suggest.starting")
                                : messages.t(
                                        "rules.suggest.testing", searching.done(), searching.of()),
                        "muted");
        getChildren()
                .setAll(
                        Controls.wrapped(messages.t("rules.suggest.searching"), "strong", "lead"),
                        bar,
                        told,
                        row(
                                Controls.button(
                                        messages.t("rules.suggest.stop"), model::stop, "flat")));
    }

    private void ask(Asked asked) {
        getChildren()
                .setAll(
                        Controls.whole(
                                messages.t("rules.suggested.number", asked.number(), asked.of()),
                                "muted",
                                "small"),
                        Controls.wrapped(asked.question(), "strong", "lead"),
                        row(
                                Controls.button(
                                        answers.get(0),
                                        messages.t("rules.suggested.yes"),
                                        "outline"),
                                Controls.button(answers.get(1), messages.t("rules.suggested.no")),
                                Controls.button(
                                        answers.get(2),
                                        messages.t("rules.suggested.later"),
                                        "flat")),
                        Controls.wrapped(messages.t("rules.suggested.help"), "muted", "small"));
    }

    private static HBox row(Node... nodes) {
        return Controls.row(nodes);
    }
}
