package dev.whetstone.desktop.rules;

import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.rules.LengthGuard;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a rule says and where it came from, with its family and whether it is length by another
/// name.
final class RuleCell extends HBox {
    /// @param fold folds the family away, or shows it
    RuleCell(RuleLine line, Runnable fold, Messages messages) {
        String title = RuleWords.title(line.row().sentence());
        getStyleClass().add("rule-cell");
        setMinWidth(0);
        if (line.place() == RuleLine.Place.MEMBER) {
            getStyleClass().add("family-member");
        }
        if (line.isHead()) {
            Label chevron = new Label();
            chevron.setGraphic(RuleTable.chevron(line));
            chevron.getStyleClass().add("chevron");
            chevron.setMinWidth(USE_PREF_SIZE);
            chevron.setOnMouseClicked(
                    event -> {
                        fold.run();
                        event.consume();
                    });
            getChildren().add(chevron);
        }
        VBox lines =
                new VBox(
                        Controls.yielding(title),
                        Controls.yielding(
                                messages.t(
                                        "rules.named",
                                        line.row().name(),
                                        RuleOrigin.of(line.row(), messages)),
                                "muted",
                                "tiny"));
        lines.getStyleClass().add("line-pair");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.SOMETIMES);
        Tooltip.install(lines, new Tooltip(title));
        getChildren().add(lines);
        if (line.isHead()) {
            getChildren().add(Controls.whole(messages.t("rules.family.tag", line.family()), "tag"));
        }
        badge(line.row().figures().length(), messages);
    }

    private void badge(LengthGuard length, Messages messages) {
        String text =
                switch (length.badge()) {
                    case NONE -> "";
                    case FOLLOWS_LONGER -> messages.t("rules.length.longer");
                    case FOLLOWS_SHORTER -> messages.t("rules.length.shorter");
                };
        if (text.isEmpty()) {
            return;
        }
        Estimate matched = length.matched();
        Label tag =
                Controls.whole(
                        Double.isNaN(matched.value())
                                ? text
                                : messages.t(
                                        "rules.length.matched", text, Numbers.two(matched.value())),
                        "tag",
                        "watch-tag");
        Tooltip.install(tag, new Tooltip(messages.t("rules.length.help")));
        getChildren().add(tag);
    }
}
