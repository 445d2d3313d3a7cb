package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Overlaps below the diagonal in blue, conflicts above it in orange; each field opens its pairs.
final class HeatMap extends ScrollPane {
    private static final double LABEL_FROM = 0.75;
    /// Names fit beside few rules only; beside many, the index of the summary stands for them.
    private static final int NAMED = 8;

    private final CoverageViewModel model;
    private final Messages messages;
    private final GridPane grid = new GridPane();

    HeatMap(CoverageViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setContent(grid);
        setFitToWidth(true);
        getStyleClass().addAll("plain-scroll", "heat-map");
        grid.getStyleClass().add("heat-grid");
        setMinHeight(0);
    }

    void show(CoverageReport report) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        List<RuleRow> rules = report.rules();
        double topOverlap = max(report.overlaps());
        double topConflict = max(report.conflicts());
        boolean named = rules.size() <= NAMED;
        double namesPercent = named ? 42 : 8;
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(namesPercent);
        names.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < rules.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth((100.0 - namesPercent) / rules.size());
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            grid.add(index(i), i + 1, 0);
            String title = RuleWords.title(rules.get(i).sentence());
            Label name = named ? Controls.yielding(title + "  " + i, "muted", "small") : index(i);
            name.setTooltip(new Tooltip(title));
            grid.add(name, 0, i + 1);
            for (int j = 0; j < rules.size(); j++) {
                if (i == j) {
                    grid.add(new StackPane(), j + 1, i + 1);
                } else {
                    boolean overlap = i > j;
                    double value = (overlap ? report.overlaps() : report.conflicts()).get(i).get(j);
                    double top = overlap ? topOverlap : topConflict;
                    StackPane field = field(rules.get(i), rules.get(j), value, top, overlap, named);
                    grid.add(field, j + 1, i + 1);
                }
            }
        }
    }

    private static Label index(int rule) {
        Label label = Controls.yielding(String.valueOf(rule), "muted", "tiny");
        label.setTextOverrun(OverrunStyle.CLIP);
        return label;
    }

    private StackPane field(
            RuleRow rule, RuleRow other, double value, double top, boolean overlap, boolean roomy) {
        double strength = top <= 0 ? 0 : value / top;
        Region colour = new Region();
        colour.getStyleClass().add(overlap ? "heat-overlap" : "heat-conflict");
        colour.setOpacity(0.08 + 0.82 * strength);
        String text = roomy && strength >= LABEL_FROM ? Numbers.two(value) : "";
        String kind = overlap ? messages.t("lf.overlaps") : messages.t("lf.conflicts");
        String spoken =
                kind
                        + " "
                        + Numbers.share(value)
                        + ": "
                        + RuleWords.title(rule.sentence())
                        + " / "
                        + RuleWords.title(other.sentence());
        Button button =
                Controls.button(
                        text,
                        () ->
                                model.open(
                                        overlap
                                                ? new Cell.Both(rule.id(), other.id())
                                                : new Cell.Against(rule.id(), other.id())),
                        "heat-field");
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setMinWidth(0);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return new StackPane(colour, button);
    }

    private static double max(List<List<Double>> matrix) {
        double top = 0;
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < matrix.size(); j++) {
                top = i == j ? top : Math.max(top, matrix.get(i).get(j));
            }
        }
        return top;
    }
}
