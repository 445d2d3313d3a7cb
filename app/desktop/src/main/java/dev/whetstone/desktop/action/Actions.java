package dev.whetstone.desktop.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every action of the program; the palette lists them, the shell dispatches keys to them. JavaFX
/// thread only.
public final class Actions {
    private final Map<String, Action> byId = new LinkedHashMap<>();

    /// Adds actions; one with the id of an earlier one takes its place (a screen that was built
    /// anew).
    public void register(List<Action> actions) {
        actions.forEach(action -> byId.put(action.id(), action));
    }

    /// Takes away all actions that belong to single screens.
    public void clearScreens() {
        byId.values().removeIf(action -> action.scope() instanceof Scope.On);
    }

    public List<Action> all() {
        return List.copyOf(byId.values());
    }

    /// @throws IllegalArgumentException when there is none of this id
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action " + id);
        }
        return action;
    }

    /// Actions whose keys work on `screen`, those of the screen itself first.
    public List<Action> on(ScreenId screen) {
        return byId.values().stream()
                .filter(action -> action.scope().includes(screen))
                .sorted((a, b) -> rank(a) - rank(b))
                .toList();
    }

    private static int rank(Action action) {
        return action.scope() instanceof Scope.On ? 0 : 1;
    }
}
