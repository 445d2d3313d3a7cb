package dev.whetstone.desktop.control;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Shortcut;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Makes buttons, labels and spacers in the product's manner.
public final class Controls {
    private Controls() {}

    /// A button for an action: its text, its key as a cap, its enablement. `text` may be shorter
    /// than the action's title; the title is what is spoken.
    public static Button button(Action action, String text, String... styles) {
        Button button = new Button(text);
        dress(button, action, styles);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A toggle for an action; the view binds its selection.
    public static ToggleButton toggle(Action action, String text, String... styles) {
        ToggleButton button = new ToggleButton(text);
        dress(button, action, styles);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void dress(ButtonBase button, Action action, String... styles) {
        button.setAccessibleText(action.title());
        button.setId(action.id().replace('.', '-'));
        if (!action.shortcut().isNone()) {
            button.setGraphic(new KeyCap(action.shortcut()));
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
        button.disableProperty().bind(Bindings.not(action.enabled()));
        finish(button, styles);
    }

    public static Button button(String text, Runnable effect, String... styles) {
        Button button = new Button(text);
        button.setOnAction(event -> effect.run());
        finish(button, styles);
        return button;
    }

    /// A button that shows an icon only; `text` is spoken.
    public static Button iconButton(Feather icon, String text, Runnable effect) {
        Button button = new Button();
        button.setGraphic(Icons.of(icon));
        button.setAccessibleText(text);
        button.setOnAction(event -> effect.run());
        finish(button, "flat", "dense");
        return button;
    }

    private static void finish(ButtonBase button, String... styles) {
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
    }

    /// Puts a key cap of its own on a button that has no action object.
    public static <B extends ButtonBase> B withKey(B button, String key) {
        button.setGraphic(new KeyCap(Shortcut.of(key)));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that takes as many lines as it needs.
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that takes as many lines as its place has room for.
    public static Label wrappedWithin(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinSize(0, 0);
        return label;
    }

    /// A label that is never cut.
    public static Label whole(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that gives way first when space is short.
    public static Label yielding(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        return label;
    }

    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    public static HBox row(Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add("row");
        return row;
    }

    /// Shows and lays out `node` only while `shown`.
    public static void show(Node node, Shown shown) {
        node.setVisible(shown == Shown.YES);
        node.setManaged(shown == Shown.YES);
    }

    /// Whether something is to be seen.
    public enum Shown {
        YES,
        NO;

        public static Shown when(boolean condition) {
            return condition ? YES : NO;
        }
    }
}
