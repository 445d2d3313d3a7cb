package dev.whetstone.desktop.align;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.align.IterationReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One card an iteration: rule satisfaction, win rate, pairs and what the gate dropped.
final class IterationCards extends HBox {
    private final Messages messages;

    IterationCards(Messages messages) {
        this.messages = messages;
        getStyleClass().add("columns");
        setMinHeight(USE_PREF_SIZE);
    }

    /// As high as the cards are at the width that each really gets. Their preferred width is
    /// small so that they share the row equally; wrapped text at that width would be endlessly
    /// high.
    @Override
    protected double computePrefHeight(double width) {
        double whole = width > 0 ? width : getWidth();
        int n = Math.max(1, getChildren().size());
        double each = Math.max(120, (whole - getSpacing() * (n - 1)) / n);
        double highest =
                getChildren().stream().mapToDouble(card -> card.prefHeight(each)).max().orElse(0);
        return snapSizeY(highest) + snappedTopInset() + snappedBottomInset();
    }

    /// @param all iterations of the run; those without a report yet are shown as waiting
    void show(List<IterationReport> finished, int all, int kept) {
        show(finished, all, kept, messages.t("align.waiting"));
    }

    /// @param current what the first unfinished iteration does now
    void show(List<IterationReport> finished, int all, int kept, String current) {
        getChildren().clear();
        for (int i = 1; i <= all; i++) {
            int number = i;
            VBox card =
                    finished.stream()
                            .filter(r -> r.iteration() == number)
                            .findFirst()
                            .map(r -> card(r, kept))
                            .orElseGet(
                                    () ->
                                            waiting(
                                                    number,
                                                    number == finished.size() + 1
                                                            ? current
                                                            : messages.t("align.waiting")));
            card.getStyleClass().addAll("panel", "iteration");
            card.setMinWidth(0);
            card.setPrefWidth(10);
            HBox.setHgrow(card, Priority.ALWAYS);
            getChildren().add(card);
        }
    }

    private VBox waiting(int number, String what) {
        return new VBox(
                Controls.yielding(messages.t("align.iteration", number), "strong"),
                Controls.wrapped(what, "muted", "small"));
    }

    private VBox card(IterationReport r, int kept) {
        HBox head =
                Controls.row(
                        Controls.whole(messages.t("align.iteration", r.iteration()), "strong"));
        if (r.iteration() == kept) {
            head.getChildren()
                    .add(1, Controls.whole(messages.t("align.kept.tag"), "tag", "good-tag"));
        }
        HBox rules =
                Controls.row(
                        Controls.whole(Numbers.percent(r.ruleSatisfaction().value()), "key-figure"),
                        Controls.yielding(messages.t("align.rules-kept"), "muted", "small"));
        return new VBox(
                head,
                rules,
                Controls.wrapped(
                        messages.t("align.wins", Estimates.words(r.winRate(), messages)), "small"),
                Controls.wrapped(
                        messages.t(
                                "align.wins.even",
                                Estimates.words(r.winRateLengthControlled(), messages)),
                        "small"),
                Controls.wrapped(
                        messages.t("align.pairs.of", r.pairs(), r.prompts(), dropped(r.dropped())),
                        "muted",
                        "small"));
    }

    /// The gate's reasons in words.
    private String reason(String name) {
        return switch (name) {
            case "identical" -> messages.t("gate.identical");
            case "near-identical" -> messages.t("gate.near-identical");
            case "truncated" -> messages.t("gate.truncated");
            case "length" -> messages.t("gate.length");
            case "tied" -> messages.t("gate.tied");
            case "too-close" -> messages.t("gate.too-close");
            default -> name;
        };
    }

    private String dropped(Map<String, Integer> counts) {
        String words =
                counts.entrySet().stream()
                        .filter(e -> e.getValue() > 0)
                        .map(e -> e.getValue() + " " + reason(e.getKey()))
                        .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? messages.t("align.dropped.none")
                : messages.t("align.dropped", words);
    }
}
