package dev.whetstone.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Actions;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.task.JobItem;
import dev.whetstone.desktop.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.NotificationPane;

/// The window's content: rail, top bar, the current screen, notices, the layer for popups. Screens
/// are built when they are first shown.
public final class ShellView {
    private final ShellViewModel shell;
    private final Actions actions;
    private final Messages messages;
    private final StackPane content = new StackPane();
    private final NotificationPane notices = new NotificationPane(content);
    private final ModalPane modal = new ModalPane();
    private final Rail rail;
    private final TopBar topBar;
    private final StackPane root;
    private final Map<ScreenId, Supplier<Screen>> factories = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Screen> built = new EnumMap<>(ScreenId.class);

    public ShellView(
            ShellViewModel shell,
            ObservableList<JobItem> jobs,
            Actions actions,
            Action openPalette,
            Messages messages) {
        this.shell = shell;
        this.actions = actions;
        this.messages = messages;
        this.rail = new Rail(shell, messages);
        this.topBar = new TopBar(shell, jobs, openPalette, messages);
        notices.setShowFromTop(false);
        notices.getStyleClass().add("notices");
        BorderPane right = new BorderPane(notices);
        right.setTop(topBar);
        BorderPane frame = new BorderPane(right);
        frame.setLeft(rail);
        root = new StackPane(frame, modal);
        root.getStyleClass().add("whetstone");
        shell.screenProperty().subscribe(id -> refresh());
        shell.failureProperty().subscribe(failure -> refresh());
        shell.noticeProperty().subscribe(this::showNotice);
    }

    public Parent root() {
        return root;
    }

    public ModalPane modal() {
        return modal;
    }

    public void install(Scene scene) {
        new KeyDispatcher(actions, shell).install(scene);
    }

    public void setFontPercent(int percent) {
        rail.setFontPercent(percent);
        topBar.setFontPercent(percent);
    }

    /// Replaces the screens, e.g. because another project was opened.
    public void setScreens(Map<ScreenId, Supplier<Screen>> screens) {
        factories.clear();
        factories.putAll(screens);
        built.clear();
        actions.clearScreens();
        refresh();
    }

    private void refresh() {
        Optional<Failure> failure = shell.failureProperty().get();
        if (failure.isPresent()) {
            content.getChildren()
                    .setAll(new ErrorPage(failure.get(), shell::closeFailure, messages));
            return;
        }
        ScreenId id = shell.screenProperty().get();
        Supplier<Screen> factory = factories.get(id);
        if (factory == null) {
            content.getChildren().clear();
            return;
        }
        Screen screen =
                built.computeIfAbsent(
                        id,
                        unused -> {
                            Screen made = factory.get();
                            actions.register(made.actions());
                            return made;
                        });
        Node node = screen.node();
        if (content.getChildren().size() != 1 || content.getChildren().getFirst() != node) {
            content.getChildren().setAll(node);
        }
        screen.shown();
    }

    private static org.controlsfx.control.action.Action button(ShellViewModel.Offer offer) {
        return new org.controlsfx.control.action.Action(
                offer.verb(), event -> offer.effect().run());
    }

    private void showNotice(String text) {
        if (text.isEmpty()) {
            notices.hide();
        } else {
            notices.getActions()
                    .setAll(shell.offerProperty().get().stream().map(ShellView::button).toList());
            notices.setText(text);
            notices.show();
        }
    }
}
