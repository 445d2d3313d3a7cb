package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.plot.ChangeBar;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.align.RuleReport;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What became of each rule: how often replies keep it, before and after the run. What gained most
/// stands first, what is kept less often last; a click opens the rule.
final class RuleChanges extends VBox {
    private final Navigator navigator;
    private final Messages messages;
    private final DenseTable<RuleReport> table;

    RuleChanges(Navigator navigator, Messages messages) {
        this.navigator = navigator;
        this.messages = messages;
        table =
                new DenseTable<>(
                        messages.t("align.rules.none"),
                        List.of(
                                Columns.node(messages.t("align.rules.rule"), 28, this::rule),
                                Columns.number(
                                        messages.t("align.rules.before"),
                                        6,
                                        RuleReport::before,
                                        Numbers::wholePercent),
                                Columns.number(
                                        messages.t("align.rules.after"),
                                        6,
                                        RuleReport::after,
                                        Numbers::wholePercent),
                                Columns.node(
                                        messages.t("align.rules.bar"),
                                        11,
                                        row -> new ChangeBar(row.before(), row.after())),
                                Columns.number(
                                        messages.t("align.rules.change"),
                                        7,
                                        RuleChanges::change,
                                        Numbers::points),
                                Columns.number(
                                        messages.t("align.rules.applies"),
                                        7,
                                        row -> (double) row.applies(),
                                        Numbers::count),
                                Columns.number(
                                        messages.t("lf.weight"),
                                        5.5,
                                        RuleReport::weight,
                                        Numbers::two)));
        table.table().setAccessibleText(messages.t("align.tab.rules"));
        table.table()
                .setOnKeyPressed(
                        event -> {
                            RuleReport row = table.table().getSelectionModel().getSelectedItem();
                            if (event.getCode() == KeyCode.ENTER && row != null) {
                                navigator.openRule(row.rule());
                            }
                        });
        getStyleClass().add("rule-changes");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    void show(List<RuleReport> rules) {
        table.table()
                .getItems()
                .setAll(
                        rules.stream()
                                .sorted(
                                        Comparator.comparingDouble(RuleChanges::change)
                                                .reversed()
                                                .thenComparing(RuleReport::sentence))
                                .sorted(Comparator.comparing(row -> Double.isNaN(change(row))))
                                .toList());
    }

    private static double change(RuleReport row) {
        return row.after() - row.before();
    }

    private Node rule(RuleReport row) {
        String title = RuleWords.title(row.sentence());
        Label open = Controls.yielding(title, "rule-link");
        open.setOnMouseClicked(event -> navigator.openRule(row.rule()));
        open.setTooltip(new Tooltip(title));
        HBox line = Controls.row(open);
        if (change(row) < 0) {
            Label less = Controls.whole(messages.t("align.rules.less"), "tag", "watch-tag");
            line.getChildren().add(less);
        }
        line.setMinWidth(0);
        return line;
    }
}
