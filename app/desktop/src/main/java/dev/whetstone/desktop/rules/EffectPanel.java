package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Preview;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the text under edit does on the whole project, against the saved rule.
final class EffectPanel extends VBox {
    private static final int SHOWN = 12;

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
        pairs(
                messages.t("rules.newly-right", c.newlyRight().size()),
                Feather.CHECK,
                "good",
                c.newlyRight());
        pairs(
                messages.t("rules.newly-wrong", c.newlyWrong().size()),
                Feather.X,
                "bad",
                c.newlyWrong());
        if (!c.changed().isEmpty()) {
            body.getChildren()
                    .add(
                            Controls.wrapped(
                                    messages.t("rules.changed", c.changed().size()),
                                    "muted",
                                    "small"));
        }
        HBox swap =
                Controls.row(
                        Icons.of(Feather.CHECK, "good"),
                        Controls.wrapped(messages.t("rules.swap"), "muted", "small"));
        body.getChildren().add(swap);
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

    private void pairs(String heading, Feather icon, String style, List<PairRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        FlowPane links = new FlowPane();
        links.getStyleClass().add("tags");
        int number = 1;
        for (PairRef ref : refs.subList(0, Math.min(refs.size(), SHOWN))) {
            links.getChildren()
                    .add(
                            Controls.button(
                                    messages.t("rules.open-pair", number++),
                                    () -> navigator.openComparison(ref.comparisonId()),
                                    "dense"));
        }
        if (refs.size() > SHOWN) {
            links.getChildren()
                    .add(
                            Controls.whole(
                                    messages.t("rules.more", refs.size() - SHOWN),
                                    "muted",
                                    "small"));
        }
        body.getChildren()
                .addAll(
                        Controls.row(Icons.of(icon, style), Controls.whole(heading, "strong")),
                        links);
    }
}
