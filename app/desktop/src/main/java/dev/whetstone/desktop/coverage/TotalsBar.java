package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.coverage.Agreement;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Depth;
import dev.whetstone.services.coverage.Totals;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The figures of all rules together; each opens its pairs.
final class TotalsBar extends HBox {
    private final CoverageViewModel model;
    private final Messages messages;

    TotalsBar(CoverageViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().addAll("panel", "totals");
        setMinHeight(HBox.USE_PREF_SIZE);
        model.agreementProperty()
                .subscribe(a -> model.reportProperty().get().ifPresent(this::show));
    }

    void show(CoverageReport report) {
        Totals t = report.totals();
        List<Node> tiles = new ArrayList<>();
        tiles.add(
                tile(
                        messages.t("coverage.covered"),
                        Numbers.percent(t.covered()),
                        messages.t(
                                "coverage.covered.of",
                                Math.round(t.covered() * t.pairs()),
                                t.pairs()),
                        new Cell.Covered()));
        tiles.add(
                tile(
                        messages.t("coverage.uncovered"),
                        Numbers.percent(1 - t.covered()),
                        "",
                        new Cell.Uncovered()));
        tiles.add(
                tile(
                        messages.t("coverage.two"),
                        Numbers.percent(t.overlap()),
                        "",
                        new Cell.Overlapped()));
        tiles.add(
                tile(
                        messages.t("coverage.conflict"),
                        Numbers.percent(t.conflict()),
                        "",
                        new Cell.Disputed()));
        boolean held = report.depth() == Depth.HELD_OUT;
        tiles.add(
                tile(
                        messages.t("coverage.accuracy"),
                        held ? Numbers.two(t.accuracy()) : "…",
                        held && !Double.isNaN(t.accuracy())
                                ? messages.t(
                                        "coverage.accuracy.beside",
                                        Numbers.two(t.low()),
                                        Numbers.two(t.high()),
                                        Numbers.two(t.majority()))
                                : "",
                        new Cell.AgainstExperts()));
        model.agreementProperty()
                .get()
                .filter(agreement -> agreement.pairs() > 0)
                .ifPresent(agreement -> tiles.add(agreement(agreement)));
        getChildren().setAll(tiles);
    }

    private Node agreement(Agreement agreement) {
        boolean known = agreement.alpha().defined();
        return tile(
                messages.t("coverage.alpha"),
                Numbers.two(agreement.alpha().value()),
                known
                        ? messages.t(
                                "coverage.alpha.beside",
                                Numbers.two(agreement.alpha().low()),
                                Numbers.two(agreement.alpha().high()),
                                agreement.pairs())
                        : messages.t("coverage.alpha.few", agreement.pairs()),
                new Cell.PeopleDiffer());
    }

    private Node tile(String name, String value, String beside, Cell cell) {
        Button figure =
                Controls.button(value, () -> model.open(cell), "flat", "cell-link", "key-figure");
        figure.setAccessibleText(name + " " + value);
        Label label = Controls.yielding(name, "muted", "small");
        Label more = Controls.yielding(beside, "muted", "small");
        HBox row = Controls.row(figure, more);
        VBox box = new VBox(label, row);
        Tooltip.install(box, new Tooltip(beside.isEmpty() ? name : name + ": " + beside));
        box.getStyleClass().add("total");
        HBox.setHgrow(box, Priority.ALWAYS);
        // each gets what it has to say; the remarks beside the figures give way first
        label.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
