package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.rules.RuleOrigin;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.label.Contribution;
import dev.whetstone.services.label.PairLabel;
import dev.whetstone.services.pair.Choice;
import dev.whetstone.services.rules.RuleRow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A pair's label opened into the weights that sum to its log-odds, each with its rule, what was
/// said, by whom and when.
final class WhyPane extends VBox {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final CoverageViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final VBox bars = new VBox();

    WhyPane(CoverageViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        bars.getStyleClass().add("why-bars");
        ScrollPane scroll = new ScrollPane(bars);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        setMinHeight(0);
        model.labelProperty().subscribe(this::show);
    }

    private void show(Optional<PairLabel> found) {
        bars.getChildren().clear();
        if (found.isEmpty()) {
            bars.getChildren().add(Controls.wrapped(messages.t("why.none"), "muted"));
            return;
        }
        PairLabel label = found.get();
        // towards the pair's first reply, as the votes are
        double sum = label.contributions().stream().mapToDouble(WhyPane::towardsFirst).sum();
        String side = sum == 0 ? "" : side(label, sum > 0);
        bars.getChildren()
                .add(
                        Controls.wrapped(
                                label.contributions().isEmpty()
                                        ? messages.t("why.silent")
                                        : messages.t(
                                                "why.sum",
                                                letter(label.ref().a()),
                                                letter(label.ref().b()),
                                                Numbers.two(sum),
                                                Numbers.two(
                                                        Math.max(label.ruled(), 1 - label.ruled())),
                                                side),
                                "why-sum"));
        double most =
                label.contributions().stream()
                        .mapToDouble(part -> Math.abs(part.weight()))
                        .max()
                        .orElse(1);
        label.contributions().stream()
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.weight())))
                .forEach(part -> bars.getChildren().add(bar(label, part, most)));
        for (Choice choice : label.choices()) {
            bars.getChildren()
                    .add(
                            Controls.wrapped(
                                    choice.preference() == .5
                                            ? messages.t("why.tied", choice.annotator())
                                            : messages.t(
                                                    "why.chose",
                                                    choice.annotator(),
                                                    side(label, choice.preference() > .5)),
                                    "muted",
                                    "small"));
        }
    }

    private static double towardsFirst(Contribution part) {
        return part.vote() * part.weight();
    }

    private static String side(PairLabel label, boolean first) {
        return letter(first ? label.ref().a() : label.ref().b());
    }

    private static String letter(int reply) {
        return String.valueOf((char) ('A' + reply));
    }

    private Node bar(PairLabel label, Contribution part, double most) {
        Optional<RuleRow> rule = rule(part);
        String title = rule.map(row -> RuleWords.title(row.sentence())).orElse(part.rule());
        Button open =
                Controls.button(
                        title, () -> navigator.openRule(part.ruleId()), "flat", "group-title");
        open.setMinWidth(0);
        open.setWrapText(true);
        open.setMinHeight(Region.USE_PREF_SIZE);
        open.setAccessibleText(messages.t("why.bar", title, Numbers.two(towardsFirst(part))));
        HBox head =
                new HBox(
                        open,
                        Controls.spacer(),
                        Controls.whole(
                                messages.t("why.votes", side(label, part.vote() > 0)),
                                "muted",
                                "small"),
                        Controls.whole(Numbers.two(towardsFirst(part)), "why-weight"));
        head.getStyleClass().add("row");
        WeightBar drawn = new WeightBar(most == 0 ? 0 : towardsFirst(part) / most);
        VBox box = new VBox(head, drawn);
        rule.ifPresent(
                row ->
                        box.getChildren()
                                .add(
                                        Controls.yielding(
                                                RuleOrigin.of(row, messages)
                                                        + " · "
                                                        + DAY.format(
                                                                row.changed()
                                                                        .atZone(
                                                                                ZoneId
                                                                                        .systemDefault())),
                                                "muted",
                                                "tiny")));
        box.getStyleClass().add("why-bar");
        return box;
    }

    private Optional<RuleRow> rule(Contribution part) {
        return model.reportProperty().get().map(CoverageReport::rules).orElse(List.of()).stream()
                .filter(row -> row.id().equals(part.ruleId()))
                .findFirst();
    }
}
