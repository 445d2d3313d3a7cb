package dev.whetstone.desktop.action;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// Something a person can do. One object is behind the button, its key cap, the accelerator and the
/// entry in the palette.
///
/// @param id stable, unique, e.g. `compare.tie`
/// @param title what it does, sentence case, a verb first
/// @param scope the screen where its key works; actions of [Scope#EVERYWHERE] work on all
public record Action(
        String id,
        String title,
        Scope scope,
        Shortcut shortcut,
        ObservableBooleanValue enabled,
        Runnable effect) {

    /// An action that is always possible.
    public static Action always(
            String id, String title, Scope scope, Shortcut shortcut, Runnable effect) {
        return new Action(id, title, scope, shortcut, new ReadOnlyBooleanWrapper(true), effect);
    }

    /// Does it if it is possible now.
    public void run() {
        if (enabled.get()) {
            effect.run();
        }
    }
}
