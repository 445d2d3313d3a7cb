package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Decided;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;

/// A pair that a rule decides: which reply it is for, which it is against, and whose choice it
/// meets; a click opens the comparison.
final class ExampleRow extends Button {
    private static final double INSET = 18;
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final PairRef pair;
    private final VBox words = new VBox();

    ExampleRow(Decided one, Navigator navigator, Messages messages) {
        this.pair = one.ref();
        String who = who(one, messages);
        words.getChildren()
                .setAll(
                        Controls.wrapped(messages.t("quoted", one.prompt()), "muted", "small"),
                        Controls.wrapped(messages.t("rules.example.for", one.better()), "small"),
                        Controls.wrapped(
                                messages.t("rules.example.against", one.worse()),
                                "muted",
                                "small"));
        if (!who.isEmpty()) {
            words.getChildren().add(Controls.wrapped(who, "muted", "tiny"));
        }
        words.setMinWidth(0);
        words.getStyleClass().add("example-words");
        getStyleClass().addAll("list-row", "example");
        setMnemonicParsing(false);
        setGraphic(words);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(one.prompt() + ". " + who);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(widthProperty().subtract(INSET));
        setOnAction(event -> navigator.openComparison(pair.comparisonId()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width > 0 ? width : getWidth()) - INSET;
        return words.prefHeight(room) + snappedTopInset() + snappedBottomInset();
    }

    private static String who(Decided one, Messages messages) {
        if (one.outcome() == Decided.Outcome.OPEN) {
            return "";
        }
        String names = String.join(", ", one.chosenBy());
        if (one.outcome() == Decided.Outcome.RIGHT) {
            return names.isEmpty()
                    ? messages.t("rules.example.right")
                    : messages.t("rules.example.right.by", names);
        }
        return names.isEmpty()
                ? messages.t("rules.example.wrong")
                : messages.t("rules.example.wrong.by", names);
    }

    /// Fades while the text in the editor no longer votes here.
    void glanced(Map<PairRef, Integer> votes) {
        pseudoClassStateChanged(SILENT, votes.getOrDefault(pair, 1) == 0);
    }
}
