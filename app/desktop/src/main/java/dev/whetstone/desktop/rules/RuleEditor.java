package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
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
import org.kordamp.ikonli.feather.Feather;

/// The rule under edit: name, text with colours and error position, and what it says in words.
final class RuleEditor extends VBox {
    private final RulesViewModel model;
    private final Messages messages;
    private final EditSurface text;
    private final TextField name = new TextField();
    private final Button origin;
    private final Button toggle;
    private final HBox errorRow = new HBox();
    private final Label error = Controls.wrapped("", "small");
    private final Label words = Controls.wrapped("", "strong");
    private final Action mend;
    private boolean fromModel;

    RuleEditor(
            RulesViewModel model,
            TextSurfaces surfaces,
            Navigator navigator,
            Action save,
            Action pause,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().addAll("panel", "rule-editor");
        setMinHeight(0);
        mend =
                Action.always(
                        "rules.mend",
                        messages.t("action.rules.mend"),
                        Scope.on(ScreenId.RULES),
                        Shortcut.of("Alt+Enter"),
                        this::mendFirst);
        name.setPromptText(messages.t("rules.name.prompt"));
        name.setAccessibleText(messages.t("rules.name"));
        name.getStyleClass().addAll("dense", "rule-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        origin = Controls.button("", () -> openOrigin(navigator), "flat", "dense");
        toggle = Controls.button(pause, messages.t("rules.pause"), "dense");
        words.getStyleClass().add("rule-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox header =
                new HBox(
                        words,
                        origin,
                        toggle,
                        Controls.button(save, messages.t("rules.save"), "dense", "accent"));
        header.getStyleClass().add("panel-header");
        text = surfaces.code(messages.t("rules.text"));
        text.node().setId("rule-text");
        CompletionPopup popup = new CompletionPopup(model, text, messages);
        VBox.setVgrow(popup, Priority.ALWAYS);
        text.node().setMinHeight(0);
        errorRow.getStyleClass().addAll("row", "error-row");
        HBox foot =
                Controls.row(
                        new KeyCap("Ctrl Space"),
                        Controls.yielding(messages.t("rules.completion.hint"), "muted", "small"),
                        Controls.spacer(),
                        Controls.whole(messages.t("rules.name"), "muted", "small"),
                        name);
        foot.getStyleClass().add("editor-foot");
        getChildren().addAll(header, popup, errorRow, foot);
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
        return mend;
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
        errorRow.getChildren().clear();
        Controls.show(errorRow, Shown.when(preview.orElse(null) instanceof Preview.Broken));
        switch (preview.orElse(null)) {
            case null -> words.setText(messages.t("rules.words.none"));
            case Preview.Broken broken -> {
                error.setText(
                        messages.t(
                                "rules.error", broken.line(), broken.column(), broken.message()));
                HBox.setHgrow(error, Priority.ALWAYS);
                errorRow.getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, "bad"), error);
                boolean first = true;
                for (String suggestion : broken.suggestions().stream().limit(3).toList()) {
                    Button use =
                            Controls.button(
                                    messages.t("rules.use", suggestion),
                                    () -> model.mend(broken, suggestion),
                                    "dense");
                    if (first) {
                        use.setGraphic(new KeyCap(mend.shortcut()));
                        use.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
                        first = false;
                    }
                    errorRow.getChildren().add(use);
                }
            }
            case Preview.Counted good -> words.setText(RuleWords.title(good.sentence()));
        }
    }

    private void mendFirst() {
        if (model.edit().previewProperty().get().orElse(null) instanceof Preview.Broken broken
                && !broken.suggestions().isEmpty()) {
            model.mend(broken, broken.suggestions().getFirst());
        }
    }
}
