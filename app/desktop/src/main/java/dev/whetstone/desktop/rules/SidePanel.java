package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.Segments;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is known of the open rule, one aspect at a time.
final class SidePanel extends VBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<ScrollPane> scrolls = new ArrayList<>();

    /// @param button its text may change, e.g. to carry a count
    record Aspect(ToggleButton button, VBox content) {
        Aspect {
            button.getStyleClass().add("tab-button");
        }
    }

    SidePanel(List<Aspect> aspects) {
        getStyleClass().addAll("panel", "side", "rules-side");
        setMinHeight(0);
        ToggleGroup group = new ToggleGroup();
        StackPane pages = new StackPane();
        pages.setMinHeight(0);
        VBox.setVgrow(pages, Priority.ALWAYS);
        for (Aspect aspect : aspects) {
            ToggleButton button = aspect.button();
            button.setToggleGroup(group);
            button.getStyleClass().add("dense");
            button.setMinWidth(0);
            button.setMnemonicParsing(false);
            // one is always chosen
            button.setOnAction(event -> button.setSelected(true));
            buttons.add(button);
            ScrollPane page = scrolled(aspect.content());
            scrolls.add(page);
            pages.getChildren().add(page);
            button.selectedProperty().subscribe(chosen -> Controls.show(page, Shown.when(chosen)));
        }
        HBox header = new HBox(new Segments(buttons));
        header.getStyleClass().add("panel-header");
        getChildren().addAll(header, pages);
        buttons.getFirst().setSelected(true);
    }

    private static ScrollPane scrolled(VBox content) {
        content.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    /// Where the first aspect stands.
    ScrollPane scroll() {
        return scrolls.getFirst();
    }

    void showFirst() {
        buttons.getFirst().setSelected(true);
    }
}
