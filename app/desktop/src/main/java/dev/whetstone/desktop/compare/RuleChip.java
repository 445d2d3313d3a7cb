package dev.whetstone.desktop.compare;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icon;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.explain.Candidate;
import dev.whetstone.services.rules.Effect;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A rule that the sentence was understood as, what it would do, and what can be done with it.
final class RuleChip extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Messages messages;

    RuleChip(
            WhyViewModel why,
            Chip.Rule rule,
            int index,
            boolean selected,
            CompareActions actions,
            Messages messages) {
        this.messages = messages;
        getStyleClass().addAll("chip", "rule-chip");
        pseudoClassStateChanged(SELECTED, selected && rule.state() == Chip.State.OPEN);
        Candidate candidate = rule.candidate();
        Label sentence = Controls.yielding(candidate.sentence(), "chip-title");
        sentence.setWrapText(true);
        Label effect = Controls.yielding(effect(candidate.effect(), messages), "muted", "small");
        HBox facts = new HBox(effect);
        facts.getStyleClass().add("row");
        if (!candidate.cautions().isEmpty()) {
            Label caution =
                    Controls.yielding(String.join("; ", candidate.cautions()), "watch", "small");
            caution.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "watch"));
            facts.getChildren().add(caution);
        }
        VBox words = new VBox(sentence, facts);
        if (selected && rule.state() == Chip.State.OPEN) {
            why.gate()
                    .offeredProperty()
                    .get()
                    .ifPresent(
                            gated ->
                                    words.getChildren()
                                            .add(
                                                    Controls.button(
                                                            actions.get("compare.gate"),
                                                            messages.t("chip.gate", gated.words()),
                                                            "dense",
                                                            "flat",
                                                            "gate")));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon(rule.state()), words);
        switch (rule.state()) {
            case OPEN -> {
                add(
                        actions.get("compare.accept"),
                        messages.t("chip.accept"),
                        why,
                        index,
                        selected,
                        "outline");
                add(
                        actions.get("compare.edit"),
                        messages.t("chip.edit"),
                        why,
                        index,
                        selected,
                        "flat");
                if (rule.readings().size() > 1) {
                    String other = messages.t("chip.readings", rule.readings().size() - 1);
                    add(actions.get("compare.reading"), other, why, index, selected, "flat");
                }
                add(
                        actions.get("compare.ignore"),
                        messages.t("chip.ignore"),
                        why,
                        index,
                        selected,
                        "flat");
            }
            case ACCEPTED ->
                    getChildren().add(Controls.whole(messages.t("chip.accepted"), "good", "small"));
            case IGNORED ->
                    getChildren().add(Controls.whole(messages.t("chip.ignored"), "muted", "small"));
        }
        setFocusTraversable(rule.state() == Chip.State.OPEN);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(candidate.sentence() + ". " + effect(candidate.effect(), messages));
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                why.selectedProperty().set(index);
                            }
                        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> why.selectedProperty().set(index));
    }

    private void add(
            Action action,
            String text,
            WhyViewModel why,
            int index,
            boolean withKey,
            String style) {
        Button button;
        if (withKey) {
            button = Controls.button(action, text, "dense", style);
        } else {
            button =
                    Controls.button(
                            text,
                            () -> {
                                why.selectedProperty().set(index);
                                action.run();
                            },
                            "dense",
                            style);
            button.setFocusTraversable(false);
        }
        getChildren().add(button);
    }

    private static Icon icon(Chip.State state) {
        return switch (state) {
            case OPEN -> Icons.of(Feather.LIST, "accent-icon");
            case ACCEPTED -> Icons.of(Feather.CHECK, "good");
            case IGNORED -> Icons.of(Feather.SLASH);
        };
    }

    static String effect(Effect effect, Messages messages) {
        String fires = messages.t("chip.fires", effect.fires(), effect.pairs());
        return effect.choices() == 0
                ? fires
                : messages.t("chip.agrees", effect.agrees(), effect.choices()) + " · " + fires;
    }
}
