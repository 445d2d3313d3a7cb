package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Columns;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.DenseTable;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.Numbers;
import dev.whetstone.services.rules.Figures;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list with Snorkel's columns; families stand together.
final class RuleTable extends VBox {
    private final RuleLines lines;
    private final Messages messages;
    private final TableView<RuleLine> table;
    private boolean selecting;

    RuleTable(RulesViewModel model, RuleLines lines, Messages messages) {
        this.lines = lines;
        this.messages = messages;
        DenseTable<RuleLine> dense = new DenseTable<>(messages.t("rules.none"), columns());
        table = dense.table();
        table.setId("rule-list");
        table.getStyleClass().add("two-lines");
        table.setItems(lines.lines());
        table.setAccessibleText(messages.t("screen.rules"));
        table.setSortPolicy(
                sorted -> {
                    lines.sort(Optional.ofNullable(sorted.getComparator()));
                    select(model.currentProperty().get());
                    return true;
                });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(dense, Priority.ALWAYS);
        getChildren().add(dense);
        setMinHeight(0);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        line -> {
                            if (line != null && !selecting) {
                                model.open(line.row());
                            }
                        });
        model.currentProperty().subscribe(this::select);
        model.loadsProperty().subscribe(loads -> select(model.currentProperty().get()));
    }

    private List<TableColumn<RuleLine, ?>> columns() {
        TableColumn<RuleLine, RuleLine> state =
                Columns.node(messages.t("rules.state"), 7.5, line -> state(line.row()));
        sortable(state, Comparator.comparing(line -> line.row().state()));
        TableColumn<RuleLine, RuleLine> name =
                Columns.node(
                        messages.t("rules.rule"),
                        38,
                        line -> new RuleCell(line, () -> lines.fold(line), messages));
        sortable(
                name,
                Comparator.comparing(line -> line.row().sentence(), String.CASE_INSENSITIVE_ORDER));
        TableColumn<RuleLine, RuleLine> interval =
                Columns.leaving(
                        2,
                        Columns.interval(
                                messages.t("lf.interval"),
                                6.5,
                                0.4,
                                line -> line.row().figures().accuracy(),
                                line -> line.row().figures().low(),
                                line -> line.row().figures().high()));
        sortable(interval, Comparator.comparingDouble(line -> line.row().figures().low()));
        return List.of(
                state,
                name,
                number("lf.coverage", 6, Figures::coverage, Numbers::share),
                Columns.leaving(1, number("lf.overlaps", 6, Figures::overlaps, Numbers::share)),
                Columns.leaving(3, number("lf.conflicts", 6, Figures::conflicts, Numbers::share)),
                number("lf.correct", 5.8, f -> (double) f.correct(), RuleTable::count),
                number("lf.incorrect", 5.8, f -> (double) f.incorrect(), RuleTable::count),
                number("lf.accuracy", 6.5, Figures::accuracy, Numbers::two),
                interval,
                number("lf.weight", 5.5, Figures::weight, Numbers::two));
    }

    private static void sortable(TableColumn<RuleLine, RuleLine> column, Comparator<RuleLine> by) {
        column.setSortable(true);
        column.setComparator(by);
    }

    private TableColumn<RuleLine, Double> number(
            String key,
            double em,
            Function<Figures, Double> value,
            Function<Double, String> format) {
        return Columns.number(
                messages.t(key), em, line -> figure(line.row().figures(), value), format);
    }

    /// NaN for a rule that does not vote, and until votes are counted.
    private static double figure(Figures figures, Function<Figures, Double> value) {
        return figures.equals(Figures.NONE) ? Double.NaN : value.apply(figures);
    }

    private static String count(double number) {
        return Numbers.fixed(number, 0);
    }

    private Node state(RuleRow row) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", style(row.state()));
        return Controls.row(dot, Controls.whole(StateNames.of(row.state(), messages), "muted"));
    }

    private static String style(RuleState state) {
        return switch (state) {
            case ACTIVE -> "dot-good";
            case SUGGESTED -> "dot-accent";
            case PAUSED, PARKED -> "dot-hollow";
        };
    }

    /// Left and right fold a family away and show it, as in a tree.
    private void pressed(KeyEvent event) {
        RuleLine line = table.getSelectionModel().getSelectedItem();
        boolean folds =
                line != null
                        && (event.getCode() == KeyCode.LEFT
                                        && line.place() == RuleLine.Place.OPEN_HEAD
                                || event.getCode() == KeyCode.RIGHT
                                        && line.place() == RuleLine.Place.FOLDED_HEAD);
        if (folds) {
            lines.fold(line);
            event.consume();
        }
    }

    private void select(Optional<RuleRow> row) {
        selecting = true;
        Optional<RuleLine> line =
                row.flatMap(
                        open ->
                                lines.lines().stream()
                                        .filter(one -> one.row().id().equals(open.id()))
                                        .findFirst());
        line.ifPresentOrElse(
                table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        selecting = false;
    }

    static Node chevron(RuleLine line) {
        return Icons.of(
                line.place() == RuleLine.Place.FOLDED_HEAD
                        ? Feather.CHEVRON_RIGHT
                        : Feather.CHEVRON_DOWN);
    }
}
