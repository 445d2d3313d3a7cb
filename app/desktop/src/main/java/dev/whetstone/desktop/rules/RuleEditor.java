package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.text.EditSurface;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rule under edit: its name, its text with colours and ways to mend it, and what it says in
/// words.
final class RuleEditor extends VBox {
    private final RulesViewModel model;
    private final Messages messages;
    private final EditSurface text;
    private final TextField name = new TextField();
    private final Button origin;
    private final Button toggle;
    private final FixRow fixes;
    private final Label words = Controls.wrapped("", "strong");
    private boolean fromModel;

    RuleEditor(
            RulesViewModel model,
            WordListsViewModel lists,
            TextSurfaces surfaces,
            Navigator navigator,
            Action save,
            Action pause,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().addAll("panel", "rule-editor");
        setMinHeight(0);
        name.setPromptText(messages.t("rules.name.prompt"));
        name.setAccessibleText(messages.t("rules.name"));
        name.getStyleClass().addAll("dense", "rule-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        origin = Controls.button("", () -> openOrigin(navigator), "flat", "dense");
        toggle = Controls.button(pause, messages.t("rules.pause"), "dense");
        origin.setMinWidth(0);
        HBox header =
                new HBox(
                        name,
                        origin,
                        Controls.spacer(),
                        toggle,
                        Controls.button(save, messages.t("rules.save"), "dense", "accent"));
        header.getStyleClass().add("panel-header");
        text = surfaces.code(messages.t("rules.text"));
        text.node().setId("rule-text");
        CompletionPopup popup = new CompletionPopup(model, text, messages);
        VBox.setVgrow(popup, Priority.ALWAYS);
        text.node().setMinHeight(0);
        fixes = new FixRow(model, lists, messages);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("rule-words");
        HBox foot = new HBox(Controls.whole(messages.t("rules.in-words"), "muted", "small"), words);
        foot.getStyleClass().addAll("panel-foot", "top-row");
        getChildren().addAll(header, popup, fixes, foot);
        text.textProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!fromModel) {
                                model.edit().textProperty().set(now);
                            }
                        });
        model.edit().textProperty().subscribe(this::showText);
        model.edit().previewProperty().subscribe(this::showPreview);
        model.currentProperty().subscribe(this::showRule);
    }

    void focusText() {
        text.focus();
    }

    Action mendAction() {
        return fixes.mendAction();
    }

    private void openOrigin(Navigator navigator) {
        model.currentProperty()
                .get()
                .ifPresent(row -> navigator.openComparison(row.comparisonId()));
    }

    private void showText(String newText) {
        if (!newText.equals(text.text())) {
            fromModel = true;
            text.setText(newText);
            fromModel = false;
        }
        colour(model.edit().previewProperty().get());
    }

    private void colour(Optional<Preview> preview) {
        text.style(RuleColours.of(text.text(), preview));
    }

    private void showRule(Optional<RuleRow> row) {
        Controls.show(toggle, Shown.when(row.isPresent()));
        boolean linked =
                row.map(r -> !r.comparisonId().equals(RuleRow.NO_COMPARISON)).orElse(false);
        Controls.show(origin, Shown.when(linked));
        row.ifPresent(
                r -> {
                    toggle.setText(
                            r.state() == RuleState.ACTIVE
                                    ? messages.t("rules.pause")
                                    : messages.t("rules.activate"));
                    origin.setText(messages.t("rules.origin", r.author()));
                    origin.setAccessibleText(r.origin());
                });
    }

    private void showPreview(Optional<Preview> preview) {
        colour(preview);
        words.setText(
                model.edit()
                        .lastGoodProperty()
                        .get()
                        .map(good -> RuleWords.title(good.sentence()))
                        .orElse(messages.t("rules.words.none")));
    }
}
