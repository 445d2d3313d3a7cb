package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.plot.IntervalBar;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.detectors.Asker;
import dev.whetstone.services.detectors.DetectorRow;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of detectors: what each is, how far it is, how good it is, which rules ask it.
final class DetectorTable extends VBox {
    private static final double FROM = .4;

    private final DetectorsViewModel model;
    private final Navigator navigator;
    private final Messages messages;
    private final DetectorWords words;
    private final TableView<DetectorRow> table;
    private boolean selecting;

    DetectorTable(DetectorsViewModel model, Navigator navigator, Messages messages) {
        this.model = model;
        this.navigator = navigator;
        this.messages = messages;
        this.words = new DetectorWords(messages);
        getStyleClass().add("panel");
        setMinHeight(0);
        DenseTable<DetectorRow> dense = new DenseTable<>("", columns());
        table = dense.table();
        table.setId("detector-list");
        table.getStyleClass().add("two-lines");
        table.setItems(model.rows());
        table.setAccessibleText(messages.t("screen.detectors"));
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null && !selecting) {
                                model.choose(row);
                            }
                        });
        model.chosenProperty().subscribe(this::select);
        model.work().runningProperty().subscribe(running -> table.refresh());
        model.waitingProperty().subscribe(waiting -> table.refresh());
    }

    private void select(Optional<DetectorRow> row) {
        selecting = true;
        row.ifPresentOrElse(
                table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        selecting = false;
    }

    private List<TableColumn<DetectorRow, ?>> columns() {
        return List.of(
                Columns.twoLines(
                        messages.t("detect.column.name"),
                        13,
                        row -> "#" + row.name(),
                        row -> words.kind(row.recipe())),
                Columns.node(messages.t("detect.column.state"), 14, this::state),
                Columns.twoLines(
                        messages.t("detect.column.marks"),
                        8,
                        row -> messages.t("detect.marks", row.marks()),
                        row -> messages.t("detect.marks.sorts", row.yes(), row.no())),
                Columns.number(
                        messages.t("detect.column.right"),
                        6,
                        row -> row.accuracy().accuracy().value(),
                        Numbers::two),
                Columns.node(messages.t("detect.column.interval"), 8, this::interval),
                Columns.number(
                        messages.t("detect.column.majority"),
                        10.5,
                        row -> row.accuracy().majority(),
                        Numbers::two),
                Columns.node(messages.t("detect.column.standing"), 12, this::standing),
                Columns.number(
                        messages.t("detect.column.read"),
                        6.5,
                        row -> (double) row.read(),
                        Numbers::count),
                Columns.node(messages.t("detect.column.rules"), 14, this::rules));
    }

    private Node state(DetectorRow row) {
        Region dot = new Region();
        boolean runs =
                model.work()
                        .runningProperty()
                        .get()
                        .filter(running -> running.detector().equals(row.name()))
                        .isPresent();
        dot.getStyleClass().addAll("dot", runs ? "dot-accent" : dot(row));
        return Controls.row(
                dot,
                Controls.yielding(
                        runs
                                ? messages.t("detect.state.running")
                                : words.state(row, model.waiting(row.name())),
                        "muted"));
    }

    private String dot(DetectorRow row) {
        return switch (row.state()) {
            case UNTRAINED -> "dot-hollow";
            case OUTDATED -> "dot-watch";
            case TRAINED -> model.waiting(row.name()) > 0 ? "dot-watch" : "dot-good";
        };
    }

    /// The mark in the bar is what the commoner answer alone would come to.
    private Node interval(DetectorRow row) {
        double majority = row.accuracy().majority();
        IntervalBar bar = new IntervalBar(FROM, 1, Double.isNaN(majority) ? .5 : majority);
        bar.set(
                row.accuracy().accuracy().value(),
                row.accuracy().accuracy().low(),
                row.accuracy().accuracy().high());
        return bar;
    }

    private Node standing(DetectorRow row) {
        return Controls.yielding(
                words.standing(row.accuracy()), DetectorWords.standingStyle(row.accuracy()));
    }

    private Node rules(DetectorRow row) {
        HBox links = Controls.row();
        links.getStyleClass().add("tight");
        for (Asker asker : row.askers()) {
            var link =
                    Controls.button(
                            asker.name(), () -> navigator.openRule(asker.rule()), "cell-link");
            link.setMinWidth(0);
            links.getChildren().add(link);
        }
        if (row.askers().isEmpty()) {
            links.getChildren().add(Controls.yielding(messages.t("detect.rules.none"), "muted"));
        }
        links.setMinWidth(0);
        return links;
    }
}
