package dev.whetstone.desktop.control;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Toggle buttons joined to one bar.
public final class Segments extends HBox {
    public Segments(List<ToggleButton> buttons) {
        getStyleClass().add("segments");
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getStyleClass().add("segment");
            if (buttons.size() > 1) {
                buttons.get(i).getStyleClass().add(place(i, buttons.size()));
            }
        }
        getChildren().addAll(buttons);
    }

    private static String place(int index, int count) {
        if (index == 0) {
            return "left-pill";
        }
        return index == count - 1 ? "right-pill" : "center-pill";
    }
}
