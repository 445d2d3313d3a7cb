package dev.whetstone.desktop.rules;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.text.Messages;
import javafx.beans.value.ObservableBooleanValue;

/// Makes actions of the rules' screen.
final class RulesActions {
    private static final Scope HERE = Scope.on(ScreenId.RULES);
    private final Messages messages;

    RulesActions(Messages messages) {
        this.messages = messages;
    }

    Action always(String id, String title, String key, Runnable effect) {
        return Action.always(id, messages.t(title), HERE, shortcut(key), effect);
    }

    Action when(
            ObservableBooleanValue possible, String id, String title, String key, Runnable effect) {
        return new Action(id, messages.t(title), HERE, shortcut(key), possible, effect);
    }

    private static Shortcut shortcut(String key) {
        return key.isEmpty() ? Shortcut.NONE : Shortcut.of(key);
    }
}
