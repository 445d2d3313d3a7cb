package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.theme.Appearance;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.model.ModelInfo;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Appearance and name of this person on this computer; each change is applied and kept at once.
public final class SettingsViewModel {
    private final Preferences preferences;
    private final Consumer<Appearance> apply;
    private final ReadOnlyObjectWrapper<Appearance> appearance;
    private final StringProperty person;
    private final Supplier<List<ModelInfo>> source;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<List<ModelInfo>> models =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper modelsProblem = new ReadOnlyStringWrapper("");

    /// @param source lists the bundled models; may touch files
    public SettingsViewModel(
            Preferences preferences,
            Consumer<Appearance> apply,
            Supplier<List<ModelInfo>> source,
            TaskRunner runner) {
        this.source = source;
        this.runner = runner;
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

    public ReadOnlyObjectProperty<List<ModelInfo>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /// Why the bundled models cannot be listed; empty otherwise.
    public ReadOnlyStringProperty modelsProblemProperty() {
        return modelsProblem.getReadOnlyProperty();
    }

    public void load() {
        var unused =
                runner.run(
                        Work.of(
                                "bundled-models",
                                source::get,
                                models::set,
                                failure ->
                                        modelsProblem.set(String.valueOf(failure.getMessage()))));
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
