package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.rules.Families;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.vote.FamilyBook;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rules that tell one story: the open rule's family as a stack, or the question whether it has
/// one.
final class FamilyPanel extends VBox {
    private static final int EDGES = 2;
    private static final int SHOWN = 8;
    private static final int REASONS = 4;

    private final FamiliesViewModel model;
    private final Navigator navigator;
    private final Messages messages;

    FamilyPanel(
            FamiliesViewModel model, RulesViewModel list, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        model.confirmedProperty().subscribe(families -> show());
        model.suggestedProperty().subscribe(families -> show());
        list.currentProperty().subscribe(open -> show());
    }

    private void show() {
        getChildren().clear();
        model.family().ifPresent(this::family);
        model.suggestion().ifPresent(this::suggestion);
        if (getChildren().isEmpty()) {
            getChildren().add(Controls.wrapped(messages.t("rules.family.none"), "muted", "small"));
        }
    }

    private void family(FamilyBook.Family family) {
        List<RuleRow> rows = model.rows(family.rules());
        getChildren()
                .add(
                        Controls.row(
                                Controls.whole(
                                        messages.t("rules.family.of", rows.size()), "strong"),
                                Controls.spacer(),
                                Controls.whole(messages.t("rules.family.one"), "muted", "small")));
        stack(rows);
        String by =
                family.by().isBlank()
                        ? messages.t("rules.family.why")
                        : messages.t("rules.family.why.by", family.by());
        getChildren()
                .addAll(
                        Controls.wrapped(by, "muted", "small"),
                        Controls.row(
                                Controls.button(
                                        messages.t("rules.family.split"),
                                        model::split,
                                        "dense",
                                        "flat")));
    }

    private void suggestion(Families.Suggested family) {
        List<RuleRow> rows = model.rows(family.rules());
        getChildren().add(Controls.wrapped(messages.t("rules.family.ask", rows.size()), "strong"));
        stack(rows);
        family.reasons().stream()
                .limit(REASONS)
                .forEach(reason -> getChildren().add(Controls.wrapped(reason, "muted", "small")));
        getChildren()
                .addAll(
                        Controls.wrapped(messages.t("rules.family.harm"), "muted", "small"),
                        Controls.row(
                                Controls.button(
                                        messages.t("rules.family.keep"),
                                        () -> model.keep(family),
                                        "dense",
                                        "outline"),
                                Controls.button(
                                        messages.t("rules.family.separate"),
                                        () -> model.separate(family),
                                        "dense",
                                        "flat")));
    }

    private void stack(List<RuleRow> rows) {
        VBox stack = new VBox();
        stack.getStyleClass().add("rule-stack");
        for (int i = 0; i < Math.min(EDGES, rows.size() - 1); i++) {
            Region edge = new Region();
            edge.getStyleClass().addAll("stack-edge", "stack-edge-" + i);
            stack.getChildren().add(edge);
        }
        VBox front = new VBox();
        front.getStyleClass().add("stack-front");
        rows.stream().limit(SHOWN).forEach(row -> front.getChildren().add(line(row)));
        if (rows.size() > SHOWN) {
            front.getChildren()
                    .add(
                            Controls.whole(
                                    messages.t("rules.family.more", rows.size() - SHOWN),
                                    "muted",
                                    "small"));
        }
        stack.getChildren().add(front);
        getChildren().add(stack);
    }

    private HBox line(RuleRow row) {
        Button name =
                Controls.button(
                        RuleWords.title(row.sentence()),
                        () -> navigator.openRule(row.id()),
                        "link",
                        "left-text");
        name.setMinWidth(0);
        return Controls.row(
                name,
                Controls.spacer(),
                Controls.whole(
                        messages.t("rules.family.weight", Numbers.two(row.figures().weight())),
                        "muted",
                        "small"));
    }
}
