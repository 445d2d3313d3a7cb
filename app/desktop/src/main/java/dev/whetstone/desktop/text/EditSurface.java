package dev.whetstone.desktop.text;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A text to be written, with stretches styled while typing.
public interface EditSurface {
    /// Property of the node that has the caret: single letters are text there, not actions.
    String WRITING = "whetstone.writing";

    Region node();

    String text();

    /// Puts `text` in place of all; the caret goes to its end, undo starts anew.
    void setText(String text);

    ObservableValue<String> textProperty();

    void style(List<Span> spans);

    void focus();

    boolean focused();

    int caret();

    ObservableValue<Integer> caretProperty();

    void setCaret(int index);

    /// Where the caret stands, in `node`'s coordinates; at the top left while it is not shown.
    Bounds caretBounds(Node node);

    void onFocusLost(Runnable listener);

    /// Puts `text` in place of `start`..`end`, undoable.
    void replace(int start, int end, String text);
}
