package dev.whetstone.desktop.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A Feather icon that grows with the font around it; decoration only, never focused or spoken.
public final class Icon extends Label {
    private static final double SCALE = 1.143;

    Icon(Feather feather, String... styles) {
        FontIcon glyph = new FontIcon(feather);
        glyph.getStyleClass().add("glyph");
        glyph.getStyleClass().addAll(styles);
        getStyleClass().add("icon");
        getStyleClass().addAll(styles);
        setGraphic(glyph);
        setMinWidth(USE_PREF_SIZE);
        fontProperty()
                .subscribe(font -> glyph.setIconSize((int) Math.round(font.getSize() * SCALE)));
    }
}
