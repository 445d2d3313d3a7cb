package dev.whetstone.desktop.control;

import dev.whetstone.desktop.action.Shortcut;
import javafx.scene.control.Label;

/// A key as it is printed on a control.
public final class KeyCap extends Label {
    public KeyCap(Shortcut shortcut) {
        this(shortcut.cap());
    }

    public KeyCap(String cap) {
        super(cap);
        getStyleClass().add("key");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
    }
}
