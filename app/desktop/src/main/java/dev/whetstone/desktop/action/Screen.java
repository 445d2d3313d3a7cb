package dev.whetstone.desktop.action;

import java.util.List;
import javafx.scene.Node;

/// One screen of the window.
public interface Screen {
    Node node();

    /// What can be done here; registered when the screen is built.
    List<Action> actions();

    /// Called each time the screen comes to the front.
    void shown();
}
