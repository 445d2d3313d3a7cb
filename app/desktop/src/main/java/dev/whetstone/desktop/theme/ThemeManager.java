package dev.whetstone.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/// Applies an [Appearance] to a scene: AtlantaFX's sheet, our own over it, and the font size on the
/// root, from which all sizes in em follow.
public final class ThemeManager {
    private static final String FOLDER = "/dev/whetstone/desktop/theme/";
    private static final Color LIGHT_GROUND = Color.web("#ffffff");
    private static final Color DARK_GROUND = Color.web("#0d1117");

    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    public ThemeManager(Appearance initial) {
        appearance = new ReadOnlyObjectWrapper<>(initial);
        dark.set(isDark(initial));
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> dark.set(isDark(appearance.get())));
    }

    public void install(Scene scene) {
        appearance.subscribe(value -> apply(scene));
        dark.subscribe(value -> apply(scene));
    }

    public void set(Appearance value) {
        appearance.set(value);
        dark.set(isDark(value));
    }

    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    public Appearance appearance() {
        return appearance.get();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private static boolean isDark(Appearance appearance) {
        return switch (appearance.mode()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply(Scene scene) {
        boolean isDark = dark.get();
        Application.setUserAgentStylesheet(
                isDark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        List.of(
                                sheet(isDark ? "dark.css" : "light.css"),
                                sheet("base.css"),
                                sheet("screens.css")));
        scene.setFill(isDark ? DARK_GROUND : LIGHT_GROUND);
        scene.getRoot().setStyle("-fx-font-size: " + appearance.get().fontPixels() + "px;");
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(ThemeManager.class.getResource(FOLDER + name), name)
                .toExternalForm();
    }
}
