package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Decided;
import dev.whetstone.services.rules.Decided.Group;
import dev.whetstone.services.rules.Preview;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the text under edit does on the whole project, against the saved rule.
final class EffectPanel extends VBox {
    private static final List<Group> ORDER =
            List.of(
                    Group.NEWLY_RIGHT,
                    Group.NEWLY_WRONG,
                    Group.NEWLY_VOTING,
                    Group.WRONG,
                    Group.RIGHT,
                    Group.OPEN);
    private static final int QUIET_ROWS = 4;

    private final RulesViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final Label inSight = Controls.wrapped("", "small");
    private final Map<Group, List<ExampleRow>> rows = new EnumMap<>(Group.class);

    EffectPanel(RulesViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        model.edit().previewProperty().subscribe(preview -> refresh());
        model.edit().glanceProperty().subscribe(this::glanced);
        model.startProperty().subscribe(start -> refresh());
    }

    private void refresh() {
        Optional<Preview> preview = model.edit().previewProperty().get();
        Optional<Preview.Counted> good = model.edit().lastGoodProperty().get();
        getChildren().clear();
        rows.clear();
        model.startProperty().get().ifPresent(this::showStart);
        if (preview.orElse(null) instanceof Preview.Broken broken && good.isPresent()) {
            note(Feather.INFO, "", messages.t("rules.last-good", broken.line()));
        }
        if (good.isEmpty()) {
            getChildren().add(Controls.wrapped(messages.t("rules.effect.none"), "muted", "small"));
            return;
        }
        show(good.get());
    }

    private void showStart(RuleStart start) {
        getChildren().add(Controls.wrapped(start.title(), "strong"));
        if (start.pairs().isEmpty()) {
            return;
        }
        getChildren().add(inSight);
        tellStart(model.edit().glanceProperty().get());
    }

    /// What the pairs in sight say before all others are counted.
    private void glanced(Map<PairRef, Integer> votes) {
        tellStart(votes);
        rows.values().forEach(group -> group.forEach(row -> row.glanced(votes)));
    }

    private void tellStart(Map<PairRef, Integer> votes) {
        model.startProperty()
                .get()
                .ifPresent(
                        start ->
                                inSight.setText(
                                        messages.t(
                                                "rules.start.votes",
                                                start.pairs().stream()
                                                        .filter(
                                                                pair ->
                                                                        votes.getOrDefault(pair, 0)
                                                                                != 0)
                                                        .count(),
                                                start.pairs().size())));
    }

    private void show(Preview.Counted c) {
        Label title =
                Controls.whole(messages.t("rules.effect.of", c.right() + c.wrong()), "strong");
        Label time =
                Controls.yielding(
                        messages.t("rules.effect.time", c.after().pairs(), Math.round(c.millis())),
                        "muted",
                        "small");
        getChildren().addAll(Controls.row(title, Controls.spacer(), time), figures(c));
        for (String warning : c.warnings()) {
            note(Feather.ALERT_TRIANGLE, "watch", warning);
        }
        if (c.newlyVoting() > 0 || c.silenced() > 0) {
            boolean saved = !model.currentProperty().get().isEmpty();
            if (saved) {
                getChildren()
                        .add(
                                Controls.wrapped(
                                        messages.t("rules.news", c.newlyVoting(), c.silenced()),
                                        "muted",
                                        "small"));
            }
        }
        for (Group group : ORDER) {
            show(group, c);
        }
    }

    private FlowPane figures(Preview.Counted c) {
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
        return figures;
    }

    private void note(Feather icon, String style, String text) {
        HBox note = Controls.row(Icons.of(icon, style), Controls.wrapped(text));
        note.getStyleClass().add("note");
        if (!style.isEmpty()) {
            note.getStyleClass().add("watch-note");
        }
        getChildren().add(note);
    }

    private void show(Group group, Preview.Counted c) {
        List<Decided> pairs = c.examples().stream().filter(one -> one.group() == group).toList();
        if (pairs.isEmpty()) {
            return;
        }
        getChildren().add(heading(group, count(group, c)));
        boolean news = key(group).isPresent();
        List<ExampleRow> shown =
                pairs.stream()
                        .limit(news ? pairs.size() : QUIET_ROWS)
                        .map(one -> new ExampleRow(one, navigator, messages))
                        .toList();
        rows.put(group, shown);
        getChildren().addAll(shown);
    }

    private Node heading(Group group, int count) {
        HBox row =
                Controls.row(
                        switch (group) {
                            case NEWLY_RIGHT, RIGHT -> Icons.of(Feather.CHECK, "good");
                            case NEWLY_WRONG, WRONG -> Icons.of(Feather.X, "bad");
                            case NEWLY_VOTING, OPEN -> Icons.of(Feather.MINUS);
                        },
                        Controls.whole(name(group), "strong", "small"),
                        Controls.whole(messages.t("number", count), "muted", "small"),
                        Controls.spacer());
        key(group).ifPresent(cap -> row.getChildren().add(new KeyCap(cap)));
        row.getStyleClass().add("group-heading");
        return row;
    }

    private static Optional<String> key(Group group) {
        return switch (group) {
            case NEWLY_RIGHT -> Optional.of("N");
            case NEWLY_WRONG -> Optional.of("M");
            case NEWLY_VOTING, WRONG, RIGHT, OPEN -> Optional.empty();
        };
    }

    private String name(Group group) {
        return switch (group) {
            case NEWLY_RIGHT -> messages.t("rules.group.newly-right");
            case NEWLY_WRONG -> messages.t("rules.group.newly-wrong");
            case NEWLY_VOTING -> messages.t("rules.group.newly-voting");
            case RIGHT -> messages.t("rules.group.right");
            case WRONG -> messages.t("rules.group.wrong");
            case OPEN -> messages.t("rules.group.open");
        };
    }

    private static int count(Group group, Preview.Counted c) {
        int spoken = c.right() + c.wrong();
        int news = c.newlyRight().size() + c.newlyWrong().size();
        boolean isNew = c.examples().stream().anyMatch(Decided::isNew);
        int newOpen = isNew ? Math.max(0, c.changed().size() - news - c.silenced()) : 0;
        return switch (group) {
            case NEWLY_RIGHT -> c.newlyRight().size();
            case NEWLY_WRONG -> c.newlyWrong().size();
            case NEWLY_VOTING -> newOpen;
            case RIGHT -> c.right() - (isNew ? c.newlyRight().size() : 0);
            case WRONG -> c.wrong() - (isNew ? c.newlyWrong().size() : 0);
            case OPEN -> c.after().fires() - spoken - newOpen;
        };
    }

    /// Goes to the next row of a group, from the last one to the first.
    ///
    /// @param scroll where the panel stands
    void walk(Group group, ScrollPane scroll) {
        List<ExampleRow> of = rows.getOrDefault(group, List.of());
        int next = 0;
        for (int i = 0; i < of.size(); i++) {
            if (of.get(i).isFocused()) {
                next = (i + 1) % of.size();
            }
        }
        if (!of.isEmpty()) {
            ExampleRow row = of.get(next);
            row.requestFocus();
            double room = getHeight() - scroll.getViewportBounds().getHeight();
            if (room > 0) {
                scroll.setVvalue(Math.clamp((row.getLayoutY() - row.getHeight()) / room, 0, 1));
            }
        }
    }

    private static String accuracy(int right, int all) {
        return all == 0 ? "–" : Numbers.two((double) right / all);
    }

    private VBox figure(String name, String before, String after) {
        HBox values = new HBox();
        values.getStyleClass().add("row");
        boolean saved = model.currentProperty().get().isPresent();
        if (saved && !before.equals(after)) {
            values.getChildren().add(Controls.whole(before + " →", "muted"));
        }
        values.getChildren().add(Controls.whole(after, "strong"));
        return new VBox(Controls.whole(name, "muted", "small"), values);
    }
}
