package dev.whetstone.desktop.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The product's mark: a blade on a stone.
final class Mark extends StackPane {
    Mark() {
        getStyleClass().add("mark");
        getChildren()
                .addAll(
                        path("blade", "M5 14 L14 3 L17 5.5 L8.5 14 Z"),
                        path("stone", "M2 18.5 L20 18.5 L20 14.5 L11 16.5 Z"));
        setFocusTraversable(false);
    }

    private static SVGPath path(String style, String content) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        path.setManaged(false);
        return path;
    }
}
