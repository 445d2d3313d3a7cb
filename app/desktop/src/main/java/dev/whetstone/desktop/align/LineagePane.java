package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.align.Lineage;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// From a training pair back to the rule and the expert's sentence that caused it.
final class LineagePane extends VBox {
    private final Navigator navigator;
    private final Messages messages;
    private final VBox chain = new VBox();

    LineagePane(AlignViewModel model, Navigator navigator, Messages messages) {
        this.navigator = navigator;
        this.messages = messages;
        getStyleClass().add("tab-body");
        Spinner<Integer> pair = new Spinner<>(1, 1_000_000, 1);
        pair.setEditable(true);
        pair.getEditor().setAccessibleText(messages.t("lineage.pair"));
        Button trace =
                Controls.button(
                        messages.t("lineage.trace"), () -> model.trace(pair.getValue()), "dense");
        HBox head = Controls.row(Controls.whole(messages.t("lineage.pair")), pair, trace);
        chain.getStyleClass().add("chain");
        ScrollPane scroll = new ScrollPane(chain);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.lineageProperty().subscribe(this::show);
    }

    private void show(Optional<Lineage> lineage) {
        chain.getChildren().clear();
        if (lineage.isEmpty()) {
            chain.getChildren().add(Controls.wrapped(messages.t("lineage.none"), "muted"));
            return;
        }
        Lineage l = lineage.get();
        chain.getChildren()
                .add(
                        link(
                                messages.t("lineage.training", l.pair(), l.iteration()),
                                messages.t("lineage.over", l.chosen(), l.rejected())));
        chain.getChildren()
                .add(
                        link(
                                messages.t("lineage.reward", l.rewardVersion()),
                                messages.t(
                                        "lineage.scores",
                                        Numbers.two(l.scoreChosen()),
                                        Numbers.two(l.scoreRejected()),
                                        Numbers.share(l.p()))));
        for (Lineage.Cause cause : l.causes()) {
            boolean rule = "rule".equals(cause.kind());
            VBox box =
                    link(
                            rule ? messages.t("lineage.rule") : messages.t("lineage.sentence"),
                            cause.text());
            id(cause)
                    .filter(id -> rule)
                    .ifPresent(
                            id ->
                                    box.getChildren()
                                            .add(
                                                    Controls.button(
                                                            messages.t("lineage.open-rule"),
                                                            () -> navigator.openRule(id),
                                                            "dense")));
            chain.getChildren().add(box);
        }
    }

    private static Optional<UUID> id(Lineage.Cause cause) {
        try {
            return Optional.of(UUID.fromString(cause.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static VBox link(String title, String text) {
        Node words = Controls.wrapped(text, "muted");
        VBox box = new VBox(Controls.wrapped(title, "strong"), words);
        box.getStyleClass().addAll("panel", "chain-link");
        return box;
    }
}
