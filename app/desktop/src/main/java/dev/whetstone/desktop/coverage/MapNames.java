package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.text.RuleWords;
import dev.whetstone.services.coverage.CoverageReport;
import dev.whetstone.services.rules.RuleRow;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The rules of a map by their names, in its order: the row that is pointed at is marked here,
/// and a name that is chosen is found there.
final class MapNames extends ListView<MapNames.Named> {
    private boolean following;

    /// @param place of the rule in the report
    record Named(int place, RuleRow rule) {}

    MapNames(HeatMap map) {
        setId("coverage-map-names");
        getStyleClass().add("map-names");
        setCellFactory(list -> new Cell());
        map.rowProperty()
                .subscribe(
                        row -> {
                            following = true;
                            if (row.intValue() >= 0 && row.intValue() < getItems().size()) {
                                getSelectionModel().select(row.intValue());
                                scrollTo(Math.max(0, row.intValue() - 2));
                            } else {
                                getSelectionModel().clearSelection();
                            }
                            following = false;
                        });
        getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        chosen -> {
                            if (!following && chosen.intValue() >= 0) {
                                map.find(chosen.intValue());
                            }
                        });
    }

    void show(CoverageReport report, List<Integer> order) {
        List<Named> fresh =
                order.stream().map(place -> new Named(place, report.rules().get(place))).toList();
        if (!fresh.equals(getItems())) {
            following = true;
            getItems().setAll(fresh);
            following = false;
        }
    }

    private static final class Cell extends ListCell<Named> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable Named named, boolean empty) {
            super.updateItem(named, empty);
            if (named == null || empty) {
                setText("");
                setTooltip(null);
            } else {
                setText(named.place() + "  " + named.rule().name());
                whole.setText(RuleWords.title(named.rule().sentence()));
                setTooltip(whole);
            }
        }
    }
}
