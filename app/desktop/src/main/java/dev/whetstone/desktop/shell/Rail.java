package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The navigation on the left: an icon and a word for each screen, icons alone at large fonts.
final class Rail extends VBox {
    private static final int ICONS_ONLY_FROM = 140;

    private final Map<ScreenId, ToggleButton> buttons = new EnumMap<>(ScreenId.class);

    Rail(ShellViewModel shell, Messages messages) {
        getStyleClass().add("rail");
        getChildren().add(new Mark());
        for (ScreenId id : ScreenId.values()) {
            if (id.entry() != id) {
                continue;
            }
            if (id == ScreenId.SETTINGS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                getChildren().add(gap);
            }
            ToggleButton button = new ToggleButton(ScreenNames.of(id, messages));
            button.getStyleClass().add("rail-item");
            button.setGraphic(Icons.of(icon(id)));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(ScreenNames.of(id, messages));
            button.setTooltip(new Tooltip(ScreenNames.of(id, messages)));
            button.setId("rail-" + id.name().toLowerCase(java.util.Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(
                    event -> {
                        shell.show(id);
                        button.setSelected(true);
                    });
            buttons.put(id, button);
            getChildren().add(button);
        }
        shell.screenProperty()
                .subscribe(
                        current ->
                                buttons.forEach(
                                        (id, button) -> button.setSelected(id == current.entry())));
        shell.roleProperty().subscribe(this::showFor);
    }

    private void showFor(Role role) {
        buttons.forEach((id, button) -> Controls.show(button, Shown.when(role.sees(id))));
    }

    void setFontPercent(int percent) {
        boolean icons = percent >= ICONS_ONLY_FROM;
        buttons.values()
                .forEach(
                        button ->
                                button.setContentDisplay(
                                        icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
    }

    private static Feather icon(ScreenId id) {
        return switch (id) {
            case HOME -> Feather.HOME;
            case COMPARE -> Feather.COLUMNS;
            case RULES, DETECTORS -> Feather.LIST;
            case COVERAGE -> Feather.GRID;
            case REWARD -> Feather.AWARD;
            case ALIGN -> Feather.REPEAT;
            case DATA -> Feather.DATABASE;
            case SETTINGS -> Feather.SLIDERS;
        };
    }
}
