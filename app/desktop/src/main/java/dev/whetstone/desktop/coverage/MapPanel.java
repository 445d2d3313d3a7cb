package dev.whetstone.desktop.coverage;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.coverage.CoverageReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The heat map with its legend, and how many rules it shows in which order.
final class MapPanel extends VBox {
    private static final int FEW = 20;
    private static final int SOME = 60;

    private final HeatMap map;
    private final MapNames names;
    private final Panel panel;
    private final Segments sizes;
    private final ToggleButton some;
    private final ToggleButton alike;
    private Optional<CoverageReport> report = Optional.empty();
    private int most = FEW;

    MapPanel(CoverageViewModel model, Messages messages) {
        this.map = new HeatMap(model, messages);
        ToggleGroup group = new ToggleGroup();
        ToggleButton few = size(messages.t("map.few", FEW), FEW, group);
        some = size(messages.t("map.few", SOME), SOME, group);
        ToggleButton all = size(messages.t("map.all"), Integer.MAX_VALUE, group);
        few.setSelected(true);
        sizes = new Segments(List.of(few, some, all));
        alike = new ToggleButton(messages.t("map.alike"));
        alike.getStyleClass().add("dense");
        alike.setMinWidth(Region.USE_PREF_SIZE);
        alike.setSelected(true);
        alike.setOnAction(event -> paint());
        names = new MapNames(map);
        panel = new Panel(messages.t("coverage.map"), Controls.spacer(), sizes);
        HBox fields = new HBox(map, names);
        fields.setMinSize(0, 0);
        HBox.setHgrow(map, Priority.ALWAYS);
        panel.grow(fields);
        Label told = Controls.wrappedWithin("", "small", "map-told");
        told.textProperty()
                .bind(
                        map.toldProperty()
                                .map(text -> text.isEmpty() ? messages.t("map.hint") : text));
        panel.add(told);
        panel.add(legend(messages));
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
        getStyleClass().add("map-panel");
        setMinHeight(0);
        panel.setMinHeight(0);
    }

    /// Adds a control beside the title.
    void head(Node control) {
        panel.header().getChildren().add(1, control);
    }

    /// With the names of the rules beside the fields, where there is the width.
    void widen(Shown wide) {
        Controls.show(names, wide);
    }

    private ToggleButton size(String text, int rules, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().add("dense");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    button.setSelected(true);
                    most = rules;
                    paint();
                });
        return button;
    }

    private Node legend(Messages messages) {
        HBox legend =
                new HBox(
                        swatch("swatch-overlap", messages.t("coverage.map.overlap")),
                        swatch("swatch-conflict", messages.t("coverage.map.conflict")),
                        Controls.spacer(),
                        alike);
        legend.getStyleClass().addAll("row", "map-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        return legend;
    }

    private static HBox swatch(String style, String text) {
        Region colour = new Region();
        colour.getStyleClass().addAll("swatch", style);
        return Controls.row(colour, Controls.whole(text, "muted", "small"));
    }

    void show(CoverageReport fresh) {
        report = Optional.of(fresh);
        int rules = fresh.overlaps().rules();
        Controls.show(sizes, Shown.when(rules > FEW));
        Controls.show(alike, Shown.when(rules > 2));
        some.setDisable(rules <= FEW);
        paint();
    }

    private void paint() {
        report.ifPresent(
                shown -> {
                    int rules = shown.overlaps().rules();
                    List<Integer> in =
                            rules <= most
                                    ? IntStream.range(0, rules).boxed().toList()
                                    : MapOrder.busiest(shown.overlaps(), most);
                    List<Integer> order =
                            alike.isSelected() ? MapOrder.alike(shown.overlaps(), in) : in;
                    map.show(shown, order);
                    names.show(shown, order);
                });
    }
}
