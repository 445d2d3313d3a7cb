package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.reward.Why;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Type or paste a response: its score, what it is made of, rules that speak of it, and the judged
/// responses nearest to it.
final class WhyScorePane extends VBox {
    /// Letters of a name that fits beside its bar.
    private static final int SHORT = 18;

    private static final int PARTS = 6;

    private final Navigator navigator;
    private final Messages messages;
    private final VBox answer = new VBox();

    WhyScorePane(RewardViewModel model, Navigator navigator, Messages messages) {
        this.navigator = navigator;
        this.messages = messages;
        setMinHeight(0);
        setMinWidth(0);
        TextArea prompt = area(messages.t("why-score.prompt"), 2);
        prompt.textProperty().bindBidirectional(model.promptProperty());
        TextArea response = area(messages.t("why-score.response"), 4);
        response.textProperty().bindBidirectional(model.responseProperty());
        Button ask = Controls.button(messages.t("why-score.ask"), model::explain, "dense");
        ask.disableProperty().bind(model.canAsk().not());
        prompt.setId("why-score-prompt");
        response.setId("why-score-response");
        ask.setId("why-score-ask");
        answer.getStyleClass().add("why-score");
        VBox body = new VBox(prompt, response, ask, answer);
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.whyProperty().subscribe(this::show);
    }

    private static TextArea area(String prompt, int rows) {
        TextArea area = new TextArea();
        area.setPromptText(prompt);
        area.setAccessibleText(prompt);
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return area;
    }

    private void show(Optional<Why> why) {
        answer.getChildren().clear();
        if (why.isEmpty()) {
            answer.getChildren()
                    .add(Controls.wrapped(messages.t("why-score.none"), "muted", "small"));
            return;
        }
        Why w = why.get();
        answer.getChildren()
                .add(
                        Controls.row(
                                Controls.whole(Numbers.two(w.score().value()), "key-figure"),
                                Controls.yielding(
                                        messages.t(
                                                "why-score.spread",
                                                Numbers.two(w.score().uncertainty())),
                                        "muted",
                                        "small")));
        answer.getChildren().add(Controls.label(messages.t("why-score.parts"), "section"));
        double top =
                w.parts().stream().mapToDouble(p -> Math.abs(p.contribution())).max().orElse(1);
        for (Why.Part part : w.parts().stream().limit(PARTS).toList()) {
            answer.getChildren().add(part(part, top));
        }
        if (!w.rules().isEmpty()) {
            answer.getChildren().add(Controls.label(messages.t("why-score.rules"), "section"));
        }
        for (Why.Verdict verdict : w.rules()) {
            Button rule =
                    Controls.button(
                            RuleWords.title(verdict.sentence()),
                            () -> navigator.openRule(verdict.ruleId()),
                            "flat",
                            "link");
            rule.setMinWidth(0);
            answer.getChildren()
                    .add(
                            Controls.row(
                                    Controls.whole(
                                            verdict.sign() > 0
                                                    ? messages.t("why-score.good")
                                                    : messages.t("why-score.bad"),
                                            "tag",
                                            verdict.sign() > 0 ? "good-tag" : "bad-tag"),
                                    rule));
        }
        if (!w.nearest().isEmpty()) {
            answer.getChildren().add(Controls.label(messages.t("why-score.nearest"), "section"));
        }
        for (Why.Neighbour neighbour : w.nearest()) {
            answer.getChildren().add(neighbour(neighbour));
        }
    }

    private Node part(Why.Part part, double top) {
        Pane track = new Pane();
        track.getStyleClass().add("part-track");
        Region bar = new Region();
        boolean up = part.contribution() >= 0;
        bar.getStyleClass().add(up ? "part-up" : "part-down");
        bar.setManaged(false);
        track.getChildren().add(bar);
        track.widthProperty()
                .subscribe(
                        width -> {
                            double half = width.doubleValue() / 2;
                            double length = half * Math.abs(part.contribution()) / top;
                            bar.resizeRelocate(up ? half : half - length, 4, length, 8);
                        });
        HBox.setHgrow(track, Priority.ALWAYS);
        String title = RuleWords.title(part.name());
        Label name = Controls.wrapped(title, "small");
        Label value =
                Controls.whole(
                        (up ? "+" : "") + Numbers.two(part.contribution()), "small", "strong");
        if (title.length() > SHORT) {
            // as wide as a short name, so that all bars have one scale
            Label gap = Controls.label("", "small", "part-name");
            gap.setMinWidth(0);
            VBox lines = new VBox(name, Controls.row(gap, track, value));
            lines.getStyleClass().add("tight");
            return lines;
        }
        name.getStyleClass().add("part-name");
        return Controls.row(name, track, value);
    }

    private VBox neighbour(Why.Neighbour n) {
        Button open =
                Controls.button(
                        messages.t("why-score.open", n.annotator(), Numbers.two(n.similarity())),
                        () -> navigator.openComparison(n.comparisonId()),
                        "flat",
                        "link");
        open.setMinWidth(0);
        HBox head =
                Controls.row(
                        Controls.whole(
                                n.won()
                                        ? messages.t("why-score.won")
                                        : messages.t("why-score.lost"),
                                "tag",
                                n.won() ? "accent-tag" : "plain"),
                        open);
        VBox box = new VBox(head);
        box.getStyleClass().add("tight");
        if (!n.explanation().isBlank()) {
            box.getChildren().add(Controls.wrapped(messages.t("quoted", n.explanation()), "small"));
        }
        return box;
    }
}
