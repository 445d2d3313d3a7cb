package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.theme.Appearance;
import dev.whetstone.desktop.theme.Preferences;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Appearance and name of this person on this computer; each change is applied and kept at once.
public final class SettingsViewModel {
    private final Preferences preferences;
    private final Consumer<Appearance> apply;
    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final StringProperty person;

    public SettingsViewModel(Preferences preferences, Consumer<Appearance> apply) {
        this.preferences = preferences;
        this.apply = apply;
        this.appearance = new ReadOnlyObjectWrapper<>(preferences.appearance());
        this.person = new SimpleStringProperty(preferences.person());
        person.subscribe(
                name -> {
                    if (!name.isBlank() && !name.equals(preferences.person())) {
                        preferences.setPerson(name.strip());
                    }
                });
    }

    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    /// Whose choices these are; counts from the next project that is opened.
    public StringProperty personProperty() {
        return person;
    }

    public void setMode(Appearance.Mode mode) {
        change(appearance.get().withMode(mode));
    }

    /// Larger or smaller text by `percent` points.
    public void changeFont(int percent) {
        change(appearance.get().withFontPercent(appearance.get().fontPercent() + percent));
    }

    public void resetFont() {
        change(appearance.get().withFontPercent(Appearance.DEFAULT.fontPercent()));
    }

    private void change(Appearance newAppearance) {
        appearance.set(newAppearance);
        preferences.setAppearance(newAppearance);
        apply.accept(newAppearance);
    }
}
