package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icon;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the text under edit does on the whole project, against the saved rule.
final class EffectPanel extends VBox {
    private static final double EXAMPLE_INSET = 18;

    private final RulesViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final Label title = Controls.whole("", "panel-title");
    private final Label time = Controls.yielding("", "muted", "small");
    private final VBox body = new VBox();

    EffectPanel(RulesViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        getStyleClass().add("panel");
        setMinHeight(0);
        setPrefHeight(10);
        HBox header = new HBox(title, Controls.spacer(), time);
        header.getStyleClass().add("panel-header");
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        title.setText(messages.t("rules.effect"));
        model.edit().previewProperty().subscribe(preview -> refresh());
    }

    private void refresh() {
        Optional<Preview> preview = model.edit().previewProperty().get();
        Optional<Preview.Counted> good = model.edit().lastGoodProperty().get();
        body.getChildren().clear();
        if (preview.orElse(null) instanceof Preview.Broken broken && good.isPresent()) {
            HBox note =
                    Controls.row(
                            Icons.of(Feather.INFO),
                            Controls.wrapped(messages.t("rules.last-good", broken.line())));
            note.getStyleClass().add("note");
            body.getChildren().add(note);
        }
        if (good.isEmpty()) {
            time.setText("");
            body.getChildren()
                    .add(Controls.wrapped(messages.t("rules.effect.none"), "muted", "small"));
            return;
        }
        show(good.get());
    }

    private void show(Preview.Counted c) {
        title.setText(messages.t("rules.effect.of", c.right() + c.wrong()));
        time.setText(messages.t("rules.effect.time", c.after().pairs(), Math.round(c.millis())));
        FlowPane figures =
                new FlowPane(
                        figure(
                                messages.t("rules.right"),
                                String.valueOf(c.before().agrees()),
                                String.valueOf(c.right())),
                        figure(
                                messages.t("rules.wrong"),
                                String.valueOf(c.before().choices() - c.before().agrees()),
                                String.valueOf(c.wrong())),
                        figure(
                                messages.t("lf.accuracy"),
                                accuracy(c.before().agrees(), c.before().choices()),
                                accuracy(c.right(), c.right() + c.wrong())),
                        figure(
                                messages.t("rules.votes"),
                                messages.t("number", c.before().fires()),
                                messages.t("number", c.after().fires())));
        figures.getStyleClass().add("effect-figures");
        body.getChildren().add(figures);
        for (String warning : c.warnings()) {
            HBox note =
                    Controls.row(
                            Icons.of(Feather.ALERT_TRIANGLE, "watch"), Controls.wrapped(warning));
            note.getStyleClass().addAll("note", "watch-note");
            body.getChildren().add(note);
        }
        boolean saved = !model.edit().ruleId().equals(RuleRow.NO_COMPARISON);
        if (saved && !c.changed().isEmpty()) {
            body.getChildren()
                    .add(
                            Controls.wrapped(
                                    messages.t(
                                            "rules.news",
                                            c.newlyRight().size(),
                                            c.newlyWrong().size(),
                                            c.changed().size()),
                                    "small"));
        }
        HBox swap =
                Controls.row(
                        Icons.of(Feather.CHECK, "good"),
                        Controls.wrapped(messages.t("rules.swap"), "muted", "small"));
        body.getChildren().add(swap);
        if (!c.examples().isEmpty()) {
            body.getChildren().add(Controls.wrapped(messages.t("rules.examples"), "section"));
        }
        c.examples().forEach(one -> body.getChildren().add(example(one, saved)));
    }

    /// Which reply the rule is for, which it is against, and what an expert chose; a click opens
    /// it.
    private Button example(Decided one, boolean saved) {
        Icon icon =
                switch (one.outcome()) {
                    case RIGHT -> Icons.of(Feather.CHECK, "good");
                    case WRONG -> Icons.of(Feather.X, "bad");
                    case OPEN -> Icons.of(Feather.MINUS);
                };
        String outcome =
                switch (one.outcome()) {
                    case RIGHT -> messages.t("rules.example.right");
                    case WRONG -> messages.t("rules.example.wrong");
                    case OPEN -> messages.t("rules.example.open");
                };
        String news = saved && one.isNew() ? messages.t("rules.example.new", outcome) : outcome;
        VBox words =
                new VBox(
                        Controls.row(icon, Controls.yielding(news, "strong", "small")),
                        Controls.wrapped(messages.t("quoted", one.prompt()), "muted", "small"),
                        Controls.wrapped(messages.t("rules.example.for", one.better()), "small"),
                        Controls.wrapped(
                                messages.t("rules.example.against", one.worse()),
                                "muted",
                                "small"));
        words.setMinWidth(0);
        words.getStyleClass().add("example-words");
        Button button =
                Controls.button(
                        "",
                        () -> navigator.openComparison(one.ref().comparisonId()),
                        "list-row",
                        "example");
        button.setGraphic(words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(news + ". " + one.prompt());
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        words.prefWidthProperty().bind(button.widthProperty().subtract(EXAMPLE_INSET));
        return button;
    }

    private static String accuracy(int right, int all) {
        return all == 0 ? "–" : Numbers.two((double) right / all);
    }

    private VBox figure(String name, String before, String after) {
        HBox values = new HBox();
        values.getStyleClass().add("row");
        if (!before.equals(after)) {
            values.getChildren().add(Controls.whole(before + " →", "muted"));
        }
        values.getChildren().add(Controls.whole(after, "strong"));
        return new VBox(Controls.whole(name, "muted", "small"), values);
    }
}
