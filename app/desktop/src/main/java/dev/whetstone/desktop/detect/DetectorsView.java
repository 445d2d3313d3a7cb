package dev.whetstone.desktop.detect;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Controls.Shown;
import dev.whetstone.desktop.control.EmptyState;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Loading;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.detect.DetectorsViewModel.Page;
import dev.whetstone.desktop.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The detectors' screen: the list above, marking or what was found below, the chosen one beside.
public final class DetectorsView implements Screen {
    private final DetectorsViewModel model;
    private final Messages messages;
    private final DetectorActions actions;
    private final StackPane root = new StackPane();
    private final VBox page;
    private final Node empty;
    private final VBox making;
    private final Label counts = Controls.yielding("", "muted", "small");
    private final NewPane create;
    private final DetectorTable table;

    public DetectorsView(
            DetectorsViewModel model, FileDialogs dialogs, Navigator navigator, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.actions = DetectorActions.of(model, navigator, messages);
        root.getChildren().setAll(new Loading(messages.t("loading.detectors")));
        table = new DetectorTable(model, navigator, messages);
        table.getStyleClass().add("detector-table");
        create = new NewPane(model.making(), actions.back(), dialogs, messages);
        HBox split = new HBox(workspace(), about(navigator));
        split.getStyleClass().add("columns");
        split.setMinHeight(0);
        VBox.setVgrow(split, Priority.ALWAYS);
        making = new VBox(create);
        making.getStyleClass().add("panel");
        making.setMinHeight(0);
        VBox.setVgrow(create, Priority.ALWAYS);
        VBox.setVgrow(making, Priority.ALWAYS);
        page = new VBox(head(), table, split, making);
        page.getStyleClass().add("page");
        empty =
                new EmptyState(
                        messages.t("detect.empty.title"),
                        messages.t("detect.empty.text"),
                        Controls.button(
                                actions.create(), messages.t("detect.empty.verb"), "accent"),
                        Controls.button(actions.back(), messages.t("detect.back")));
        model.pageProperty()
                .subscribe(
                        now -> {
                            Controls.show(split, Shown.when(now != Page.NEW));
                            Controls.show(making, Shown.when(now == Page.NEW));
                            refresh();
                            if (now == Page.NEW) {
                                create.begin();
                            }
                        });
        model.rows().subscribe(this::refresh);
        model.loadedProperty().subscribe(loaded -> refresh());
        model.waitingProperty().subscribe(waiting -> refresh());
    }

    private HBox head() {
        Button undo = Controls.button(actions.undo(), "", "dense", "flat");
        undo.textProperty().bind(model.undo().newestProperty());
        model.undo()
                .newestProperty()
                .subscribe(newest -> Controls.show(undo, Shown.when(!newest.isEmpty())));
        Button run = Controls.button(actions.run(), "", "dense", "outline");
        model.waitingProperty()
                .subscribe(
                        waiting -> {
                            run.setText(messages.t("detect.run", waiting.longValue()));
                            Controls.show(run, Shown.when(waiting.longValue() > 0));
                        });
        HBox head =
                new HBox(
                        Controls.whole(messages.t("screen.detectors"), "page-title"),
                        counts,
                        Controls.spacer(),
                        undo,
                        run,
                        Controls.button(actions.back(), messages.t("detect.back"), "dense"),
                        Controls.button(
                                actions.create(), messages.t("detect.new"), "dense", "accent"));
        head.getStyleClass().add("page-head");
        return head;
    }

    private VBox workspace() {
        MarkPane marks = new MarkPane(model.marks(), actions, messages);
        FoundPane found = new FoundPane(model, actions, messages);
        StackPane pages = new StackPane(marks, found);
        pages.setMinHeight(0);
        VBox.setVgrow(pages, Priority.ALWAYS);
        model.pageProperty()
                .subscribe(
                        now -> {
                            Controls.show(marks, Shown.when(now == Page.MARK));
                            Controls.show(found, Shown.when(now == Page.FOUND));
                        });
        Segments segments =
                new Segments(
                        List.of(
                                segment(actions.mark(), messages.t("detect.mark"), Page.MARK),
                                segment(actions.found(), messages.t("detect.found"), Page.FOUND)));
        HBox head = new HBox(segments);
        head.getStyleClass().add("panel-header");
        VBox workspace = new VBox(head, pages);
        workspace.getStyleClass().add("panel");
        workspace.setMinSize(0, 0);
        HBox.setHgrow(workspace, Priority.ALWAYS);
        return workspace;
    }

    private ToggleButton segment(Action action, String text, Page of) {
        ToggleButton button = Controls.toggle(action, text, "dense");
        model.pageProperty().subscribe(now -> button.setSelected(now == of));
        button.setOnAction(
                event -> {
                    button.setSelected(true);
                    action.run();
                });
        return button;
    }

    private VBox about(Navigator navigator) {
        AboutPanel panel = new AboutPanel(model, actions, navigator, messages);
        panel.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox side = new VBox(scroll);
        side.getStyleClass().addAll("panel", "side", "detector-side");
        side.setMinHeight(0);
        return side;
    }

    private void refresh() {
        counts.setText(messages.t("detect.counts", model.rows().size()));
        boolean nothing = model.rows().isEmpty();
        boolean first = nothing && model.pageProperty().get() != Page.NEW;
        Controls.show(table, Shown.when(!nothing));
        if (model.loadedProperty().get()) {
            root.getChildren().setAll(first ? empty : page);
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public void shown() {
        model.load();
    }
}
