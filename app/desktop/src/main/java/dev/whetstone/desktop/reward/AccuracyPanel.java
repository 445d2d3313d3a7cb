package dev.whetstone.desktop.reward;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.plot.IntervalBar;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.reward.Estimate;
import dev.whetstone.services.reward.RewardReport;
import dev.whetstone.services.reward.RewardVersion;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Accuracy on prompts that were not trained on, each version beside the baselines; below,
/// where the newest falls short.
final class AccuracyPanel extends VBox {
    private static final int VERSIONS = 3;
    private static final double LEFT = .4;

    private final Messages messages;
    private final GridPane grid = new GridPane();
    private final Label note = Controls.yielding("", "muted", "small");
    private final HBox others = new HBox();

    AccuracyPanel(AccuracyViewModel model, Messages messages) {
        this.messages = messages;
        grid.getStyleClass().add("estimates");
        others.getStyleClass().add("estimate-others");
        Panel panel = new Panel(messages.t("reward.accuracy"), Controls.spacer(), note);
        panel.add(grid).add(others).grow(new PartsPane(model, messages));
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        setMinHeight(USE_PREF_SIZE);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .addAll(
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        grow);
    }

    void show(List<RewardVersion> versions) {
        grid.getChildren().clear();
        RewardReport newest = versions.getFirst().report();
        note.setText(messages.t("reward.accuracy.note", newest.pairs()));
        double from = from(versions);
        int row = 0;
        for (RewardVersion version : versions.stream().limit(VERSIONS).toList()) {
            String name = messages.t("reward.title", version.number());
            add(row, name, version.report().accuracy(), from, row == 0 ? "strong" : "plain");
            row++;
        }
        add(row++, messages.t("reward.majority"), newest.majority(), from, "quiet");
        add(row++, messages.t("reward.longest"), newest.longestWins(), from, "quiet");
        grid.add(
                Controls.row(
                        Controls.whole(Numbers.fixed(from, 1), "muted", "tiny"),
                        Controls.spacer(),
                        Controls.whole(Numbers.fixed(1, 1), "muted", "tiny")),
                3,
                row);
        others.getChildren()
                .setAll(
                        figure(messages.t("reward.log-loss"), Numbers.share(newest.logLoss())),
                        figure(messages.t("reward.brier"), Numbers.share(newest.brier())),
                        figure(messages.t("reward.ece.name"), Numbers.share(newest.ece())));
    }

    /// Where the bars begin: at .4, or lower when something shown lies there.
    private static double from(List<RewardVersion> versions) {
        RewardReport newest = versions.getFirst().report();
        double lowest =
                Stream.concat(
                                versions.stream()
                                        .limit(VERSIONS)
                                        .map(version -> version.report().accuracy()),
                                Stream.of(newest.majority(), newest.longestWins()))
                        .mapToDouble(Estimate::low)
                        .filter(Double::isFinite)
                        .min()
                        .orElse(LEFT);
        return Math.min(LEFT, Math.floor(lowest * 10) / 10);
    }

    private void add(int row, String name, Estimate estimate, double from, String style) {
        IntervalBar bar = new IntervalBar(from, 1, .5);
        bar.getStyleClass().add(style);
        bar.set(estimate.value(), estimate.low(), estimate.high());
        grid.add(Controls.whole(name, style), 0, row);
        grid.add(Controls.whole(Numbers.two(estimate.value()), "strong"), 1, row);
        grid.add(
                Controls.whole(
                        messages.t(
                                "estimate.interval",
                                Numbers.two(estimate.low()),
                                Numbers.two(estimate.high())),
                        "muted"),
                2,
                row);
        grid.add(bar, 3, row);
    }

    private static HBox figure(String name, String value) {
        return Controls.row(
                Controls.whole(name, "muted", "small"), Controls.whole(value, "strong"));
    }
}
