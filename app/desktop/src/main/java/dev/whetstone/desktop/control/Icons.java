package dev.whetstone.desktop.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons whose colour follows the css class `icon` and whose size follows the font.
public final class Icons {
    private Icons() {}

    /// An icon of the size of text.
    public static FontIcon of(Feather icon, String... styles) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().add("icon");
        node.getStyleClass().addAll(styles);
        return node;
    }
}
