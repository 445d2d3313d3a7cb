package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The table of the labeling functions and the map beside each other, or one of them in the whole
/// width: as a person chooses, and where letters are too large for both.
final class TableAndMap extends HBox {
    /// Narrower than this, in letters of the page, neither could be read beside the other.
    private static final double BOTH_EM = 72;

    private static final double HEIGHT = 12;
    private static final double MAP_HEIGHT = 150;

    private final Panel table;
    private final MapPanel map;
    private final Segments besideMap;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.BOTH);
    private final List<ToggleButton> both = new ArrayList<>();
    private final List<Map<Part, ToggleButton>> switches = new ArrayList<>();
    private final Label probe = new Label();

    enum Part {
        BOTH,
        TABLE,
        MAP
    }

    TableAndMap(SummaryTable summary, MapPanel map, Messages messages) {
        this.map = map;
        table =
                new Panel(
                        messages.t("coverage.summary"),
                        switcher("table", messages),
                        Controls.spacer(),
                        Controls.yielding(messages.t("coverage.summary.hint"), "muted", "small"));
        table.grow(summary);
        table.setMinWidth(0);
        besideMap = switcher("map", messages);
        map.head(besideMap);
        probe.setManaged(false);
        getStyleClass().add("columns");
        setMinHeight(0);
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, map, probe);
        part.subscribe(now -> arrange());
        widthProperty().subscribe(width -> arrange());
        probe.fontProperty().subscribe(font -> arrange());
    }

    private Segments switcher(String of, Messages messages) {
        Map<Part, ToggleButton> buttons = new EnumMap<>(Part.class);
        for (Part each : Part.values()) {
            ToggleButton button =
                    new ToggleButton(
                            messages.t(
                                    switch (each) {
                                        case BOTH -> "coverage.part.both";
                                        case TABLE -> "coverage.part.table";
                                        case MAP -> "coverage.part.map";
                                    }));
            button.setId(
                    "coverage-" + of + "-part-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("dense");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(
                    event -> {
                        part.set(each);
                        arrange();
                    });
            buttons.put(each, button);
        }
        switches.add(buttons);
        both.add(buttons.get(Part.BOTH));
        return new Segments(List.copyOf(buttons.values()));
    }

    private void arrange() {
        boolean room = getWidth() >= BOTH_EM * probe.getFont().getSize();
        Part now = part.get() == Part.BOTH && !room ? Part.TABLE : part.get();
        both.forEach(button -> Controls.show(button, Shown.when(room)));
        switches.forEach(
                buttons -> buttons.forEach((each, button) -> button.setSelected(each == now)));
        Controls.show(table, Shown.when(now != Part.MAP));
        Controls.show(map, Shown.when(now != Part.TABLE));
        Controls.show(besideMap, Shown.when(now == Part.MAP));
        map.widen(Shown.when(now == Part.MAP));
        HBox.setHgrow(map, now == Part.MAP ? Priority.ALWAYS : Priority.NEVER);
        setPrefHeight(now == Part.MAP ? MAP_HEIGHT : HEIGHT);
    }
}
