package dev.whetstone.desktop.control;

import org.kordamp.ikonli.feather.Feather;

/// Feather icons; a css class gives them their colour.
public final class Icons {
    private Icons() {}

    /// @param styles `good`, `watch`, `bad` or `accent-icon`
    public static Icon of(Feather icon, String... styles) {
        return new Icon(icon, styles);
    }
}
