package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.coverage.CellRow;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.coverage.Listing;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The comparisons behind a figure; Enter opens one at the desk.
final class CellPanel extends VBox {
    private final CoverageViewModel model;
    private final Messages messages;
    private final Label title = Controls.yielding("", "panel-title");
    private final Label count = Controls.whole("", "muted", "small");
    private final TableView<CellRow> table;

    /// @param showWhy shows the label of the selected pair
    CellPanel(
            CoverageViewModel model,
            Navigator navigator,
            Feedback feedback,
            Runnable showWhy,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("panel");
        setMinHeight(0);
        Button left =
                Controls.button(
                        messages.t("coverage.show.left"),
                        () -> model.open(new Cell.LeftOut()),
                        "flat",
                        "link");
        left.setId("coverage-left-out");
        HBox header = new HBox(title, Controls.spacer(), count, left);
        header.getStyleClass().add("panel-header");
        DenseTable<CellRow> dense =
                new DenseTable<>(
                        messages.t("coverage.cell.counting"),
                        List.of(
                                Columns.text(messages.t("coverage.prompt"), 22, CellRow::prompt),
                                Columns.text(messages.t("coverage.say"), 6, this::rulesSay),
                                Columns.text(messages.t("coverage.chose"), 8.5, this::chose),
                                Columns.leaving(
                                        1,
                                        Columns.text(
                                                messages.t("coverage.strongest"),
                                                12,
                                                CellRow::strongest))));
        table = dense.table();
        table.setId("coverage-pairs");
        VBox.setVgrow(dense, Priority.ALWAYS);
        Button open = Controls.button(messages.t("coverage.open"), () -> open(navigator), "dense");
        open.setGraphic(new KeyCap("Enter"));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button again =
                Controls.button(messages.t("coverage.again"), () -> askAgain(feedback), "dense");
        again.setId("coverage-again");
        again.disableProperty()
                .bind(selected(row -> Double.isNaN(row.preference()) || row.askedAgain()));
        Button train =
                Controls.button(
                        messages.t("coverage.leave"), () -> turnTraining(feedback), "dense");
        train.setId("coverage-train");
        train.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row ->
                                train.setText(
                                        messages.t(
                                                row != null && row.leftOut()
                                                        ? "coverage.take"
                                                        : "coverage.leave")));
        train.setTooltip(new Tooltip(messages.t("coverage.leave.help")));
        Button why = Controls.button(messages.t("coverage.tab.why"), showWhy, "dense");
        why.setAccessibleText(messages.t("coverage.why"));
        why.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox foot =
                new HBox(
                        Controls.yielding(messages.t("coverage.foot"), "muted", "small"),
                        Controls.spacer(),
                        why,
                        train,
                        again,
                        open);
        foot.getStyleClass().add("panel-foot");
        getChildren().addAll(header, dense, foot);
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open(navigator);
                        event.consume();
                    }
                });
        table.addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        open(navigator);
                    }
                });
        model.listingProperty().subscribe(this::show);
        model.listedProperty()
                .subscribe(
                        listed ->
                                table.setPlaceholder(
                                        Controls.wrapped(
                                                messages.t(
                                                        listed
                                                                ? "coverage.cell.none"
                                                                : "coverage.cell.counting"),
                                                "muted")));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                model.explain(row);
                            }
                        });
        model.cellProperty().subscribe(cell -> title.setText(name(cell)));
    }

    private BooleanBinding selected(Predicate<CellRow> refuses) {
        return Bindings.createBooleanBinding(
                () -> {
                    CellRow row = table.getSelectionModel().getSelectedItem();
                    return row == null || refuses.test(row);
                },
                table.getSelectionModel().selectedItemProperty());
    }

    private void askAgain(Feedback feedback) {
        CellRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.askAgain(row, () -> feedback.tell(messages.t("coverage.again.told")));
        }
    }

    private void turnTraining(Feedback feedback) {
        CellRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.turnTraining(
                    row,
                    () ->
                            feedback.tell(
                                    messages.t(
                                            row.leftOut() ? "coverage.taken" : "coverage.left")));
        }
    }

    /// The pair that was selected stays so.
    private void show(Listing listing) {
        CellRow before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(listing.rows());
        if (before != null) {
            listing.rows().stream()
                    .filter(row -> row.ref().equals(before.ref()))
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
        count.setText(
                listing.rows().size() < listing.total()
                        ? messages.t(
                                "coverage.rows.first",
                                listing.rows().size(),
                                Numbers.count(listing.total()))
                        : messages.t("coverage.rows", listing.total()));
        title.setText(name(model.cellProperty().get()));
    }

    private void open(Navigator navigator) {
        CellRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            navigator.openComparison(row.ref().comparisonId());
        }
    }

    private String rulesSay(CellRow row) {
        if (row.p() == 0.5) {
            return messages.t("coverage.undecided");
        }
        String p = Numbers.two(Math.max(row.p(), 1 - row.p()));
        return letter(row.p() > 0.5 ? row.ref().a() : row.ref().b()) + "  " + p;
    }

    private String chose(CellRow row) {
        if (Double.isNaN(row.preference())) {
            return row.leftOut() ? messages.t("coverage.untrained") : "–";
        }
        String asked =
                (row.askedAgain() ? " · " + messages.t("coverage.asked") : "")
                        + (row.leftOut() ? " · " + messages.t("coverage.untrained") : "");
        if (row.preference() == 0.5) {
            return messages.t("coverage.tie") + asked;
        }
        String side = letter(row.preference() > 0.5 ? row.ref().a() : row.ref().b());
        return (row.preference() == 0 || row.preference() == 1
                        ? side
                        : side
                                + "  "
                                + Numbers.two(Math.max(row.preference(), 1 - row.preference())))
                + asked;
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index)).toUpperCase(Locale.ROOT);
    }

    private String name(Cell cell) {
        return switch (cell) {
            case Cell.Voted(UUID rule) -> messages.t("cell.voted", ruleName(rule));
            case Cell.Overlapping(UUID rule) -> messages.t("cell.overlapping", ruleName(rule));
            case Cell.Conflicting(UUID rule) -> messages.t("cell.conflicting", ruleName(rule));
            case Cell.Correct(UUID rule) -> messages.t("cell.correct", ruleName(rule));
            case Cell.Incorrect(UUID rule) -> messages.t("cell.incorrect", ruleName(rule));
            case Cell.Both(UUID rule, UUID other) ->
                    messages.t("cell.both", ruleName(rule), ruleName(other));
            case Cell.Against(UUID rule, UUID other) ->
                    messages.t("cell.against", ruleName(rule), ruleName(other));
            case Cell.Alone(UUID rule) -> messages.t("cell.alone", ruleName(rule));
            case Cell.Flipped(UUID rule) -> messages.t("cell.flipped", ruleName(rule));
            case Cell.All() -> messages.t("cell.all");
            case Cell.Judged() -> messages.t("cell.judged");
            case Cell.Covered() -> messages.t("cell.covered");
            case Cell.Overlapped() -> messages.t("cell.overlapped");
            case Cell.Sure(double low, double high) ->
                    messages.t("cell.sure", Numbers.fixed(low, 1), Numbers.fixed(high, 1));
            case Cell.Group(String words, var pairs) -> messages.t("cell.group", words);
            case Cell.PeopleDiffer() -> messages.t("cell.people");
            case Cell.Uncovered() -> messages.t("cell.uncovered");
            case Cell.Disputed() -> messages.t("cell.disputed");
            case Cell.TwoDiffer(String first, String second) ->
                    messages.t("cell.two", first, second);
            case Cell.LeftOut() -> messages.t("cell.left");
            case Cell.AgainstExperts() -> messages.t("cell.experts");
        };
    }

    private String ruleName(UUID id) {
        return rules().filter(rule -> rule.id().equals(id))
                .map(rule -> messages.t("quoted", RuleWords.title(rule.sentence())))
                .findFirst()
                .orElse("");
    }

    private Stream<RuleRow> rules() {
        return model.reportProperty().get().map(CoverageReport::rules).orElse(List.of()).stream();
    }
}
