package dev.whetstone.desktop.data;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// In and out: the start with both, and the import under way.
public final class DataView implements Screen {
    private final StackPane root = new StackPane();
    private final List<Action> actions;

    public DataView(
            ImportViewModel importing,
            ExportViewModel exporting,
            FileDialogs dialogs,
            Messages messages) {
        Scope here = Scope.on(ScreenId.DATA);
        Action choose =
                Action.always(
                        "data.import",
                        messages.t("action.data.import"),
                        here,
                        Shortcut.of("Ctrl+I"),
                        () ->
                                dialogs.open(messages.t("import.dialog"), List.of())
                                        .ifPresent(importing::choose));
        Action run =
                new Action(
                        "data.run",
                        messages.t("action.data.run"),
                        here,
                        Shortcut.of("Ctrl+Enter"),
                        importing.canImport(),
                        importing::importAll);
        actions = List.of(choose, run);
        VBox start =
                new VBox(
                        Controls.label(messages.t("screen.data"), "page-title"),
                        new ImportStart(choose, messages),
                        new ExportPanel(exporting, dialogs, messages));
        start.getStyleClass().addAll("page", "settings");
        ScrollPane scroll = new ScrollPane(start);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        Node importPane = new ImportPane(importing, run, messages);
        importing
                .fileProperty()
                .subscribe(
                        file -> root.getChildren().setAll(file.isPresent() ? importPane : scroll));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public void shown() {
        // nothing to load
    }
}
