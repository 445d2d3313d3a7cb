package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.rules.ChecksViewModel.Done;
import dev.whetstone.desktop.rules.ChecksViewModel.Found;
import dev.whetstone.desktop.rules.ChecksViewModel.Looking;
import dev.whetstone.desktop.rules.ChecksViewModel.NotYet;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Finding;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a person should look at before relying on the rule, each with pairs to click.
final class ChecksPanel extends VBox {
    private final ChecksViewModel model;
    private final Navigator navigator;
    private final Messages messages;

    ChecksPanel(ChecksViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        model.foundProperty().subscribe(this::show);
    }

    private void show(Found found) {
        getChildren().clear();
        switch (found) {
            case NotYet() ->
                    getChildren()
                            .addAll(
                                    Controls.wrapped(
                                            messages.t("rules.checks.new"), "muted", "small"),
                                    Controls.button(
                                            messages.t("rules.checks.run"),
                                            model::checkText,
                                            "dense"));
            case Looking() ->
                    getChildren()
                            .add(
                                    Controls.wrapped(
                                            messages.t("rules.checks.looking"), "muted", "small"));
            case Done(var findings) -> {
                if (findings.isEmpty()) {
                    getChildren()
                            .add(
                                    Controls.row(
                                            Icons.of(Feather.CHECK, "good"),
                                            Controls.wrapped(
                                                    messages.t("rules.checks.none"), "small")));
                }
                findings.forEach(finding -> getChildren().add(finding(finding)));
            }
        }
    }

    private VBox finding(Finding finding) {
        var words = Controls.wrapped(RuleWords.title(finding.sentence()), "small");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Controls.row(Icons.of(Feather.ALERT_TRIANGLE, "watch"), words);
        line.getStyleClass().add("top-row");
        VBox box = new VBox(line);
        box.getStyleClass().addAll("finding");
        if (!finding.pairs().isEmpty()) {
            FlowPane pairs = new FlowPane();
            pairs.getStyleClass().add("pair-links");
            pairs.getChildren()
                    .add(Controls.whole(messages.t("rules.checks.pairs"), "muted", "small"));
            for (int i = 0; i < finding.pairs().size(); i++) {
                pairs.getChildren().add(link(i + 1, finding.pairs().get(i)));
            }
            box.getChildren().add(pairs);
        }
        return box;
    }

    private Button link(int number, PairRef pair) {
        Button link =
                Controls.button(
                        messages.t("number", number),
                        () -> navigator.openComparison(pair.comparisonId()),
                        "link",
                        "pair-link");
        link.setAccessibleText(messages.t("rules.checks.pair", number));
        return link;
    }
}
