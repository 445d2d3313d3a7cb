package dev.whetstone.desktop;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.text.Messages;
import java.util.List;
import javafx.scene.Node;

/// What a screen shows while no project is open.
final class NoProject implements Screen {
    private final EmptyState state;

    NoProject(String title, Runnable home, Messages messages) {
        state =
                new EmptyState(
                        title,
                        messages.t("empty.project"),
                        Controls.button(messages.t("empty.project.verb"), home, "accent"));
    }

    @Override
    public Node node() {
        return state;
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public void shown() {
        // nothing to load
    }
}
