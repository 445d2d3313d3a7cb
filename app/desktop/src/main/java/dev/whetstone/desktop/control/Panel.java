package dev.whetstone.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bordered part of a page with a title on the left and remarks or actions on the right.
public final class Panel extends VBox {
    private final HBox header = new HBox();
    private final Label title;

    public Panel(String title, Node... headerItems) {
        getStyleClass().add("panel");
        this.title = new Label(title);
        this.title.getStyleClass().add("panel-title");
        this.title.setMinWidth(Region.USE_PREF_SIZE);
        header.getStyleClass().add("panel-header");
        header.getChildren().addAll(this.title);
        header.getChildren().addAll(headerItems);
        getChildren().add(header);
    }

    /// Adds content that takes the height that is left.
    public Panel grow(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
        return this;
    }

    /// Adds content of its own height.
    public Panel add(Node content) {
        getChildren().add(content);
        return this;
    }

    public Label title() {
        return title;
    }

    public HBox header() {
        return header;
    }
}
