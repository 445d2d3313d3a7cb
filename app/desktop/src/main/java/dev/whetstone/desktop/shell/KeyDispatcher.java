package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Actions;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.action.Shortcut.Modifier;
import dev.whetstone.desktop.text.EditSurface;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Turns key presses into actions. Runs after the focused control had its chance; while a text has
/// the caret, only keys with Ctrl or Alt and function keys are taken.
final class KeyDispatcher {
    private final Actions actions;
    private final ShellViewModel shell;
    private boolean swallow;

    KeyDispatcher(Actions actions, ShellViewModel shell) {
        this.actions = actions;
        this.shell = shell;
    }

    void install(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (dispatch(event, scene.getFocusOwner())) {
                        swallow = true;
                        event.consume();
                    }
                });
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    swallow = false;
                    // rich texts keep Alt with a letter for themselves where it composes characters
                    Node focus = scene.getFocusOwner();
                    if (event.isAltDown() && isWriting(focus) && dispatch(event, focus)) {
                        swallow = true;
                        event.consume();
                    }
                });
        // a key that was an action is no letter for the text that the action put the caret in
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (swallow) {
                        event.consume();
                    }
                });
    }

    private boolean dispatch(KeyEvent event, Node focus) {
        if (event.isConsumed() || shell.failureProperty().get().isPresent()) {
            return false;
        }
        Shortcut pressed = shortcut(event);
        boolean writing = isWriting(focus);
        Optional<Action> match =
                actions.on(shell.screenProperty().get()).stream()
                        .filter(action -> action.shortcut().equals(pressed))
                        .filter(action -> !writing || action.shortcut().worksInText())
                        .filter(action -> action.enabled().get())
                        .findFirst();
        match.ifPresent(Action::run);
        return match.isPresent();
    }

    private static boolean isWriting(Node focus) {
        return switch (focus) {
            case TextInputControl input -> input.isEditable();
            case null -> false;
            default ->
                    focus.hasProperties() && focus.getProperties().containsKey(EditSurface.WRITING);
        };
    }

    static Shortcut shortcut(KeyEvent event) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (event.isShortcutDown()) {
            modifiers.add(Modifier.CTRL);
        }
        if (event.isAltDown()) {
            modifiers.add(Modifier.ALT);
        }
        if (event.isShiftDown()) {
            modifiers.add(Modifier.SHIFT);
        }
        return new Shortcut(modifiers, name(event.getCode()));
    }

    private static String name(KeyCode code) {
        if (code.isDigitKey()) {
            String name = code.getName();
            return name.substring(name.length() - 1);
        }
        return switch (code) {
            case ENTER -> "Enter";
            case ESCAPE -> "Esc";
            case TAB -> "Tab";
            case SPACE -> "Space";
            case LEFT, KP_LEFT -> "Left";
            case RIGHT, KP_RIGHT -> "Right";
            case UP, KP_UP -> "Up";
            case DOWN, KP_DOWN -> "Down";
            default -> code.getName();
        };
    }
}
