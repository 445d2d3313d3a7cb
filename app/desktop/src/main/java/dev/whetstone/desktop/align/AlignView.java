package dev.whetstone.desktop.align;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The loop's screen: set-up, run or report.
public final class AlignView implements Screen {
    private final AlignViewModel model;
    private final StackPane root = new StackPane();
    private final Node setup;
    private final RunPane run;
    private final ReportPane report;
    private final List<Action> actions;

    public AlignView(
            AlignViewModel model, Navigator navigator, FileDialogs dialogs, Messages messages) {
        this.model = model;
        Scope here = Scope.on(ScreenId.ALIGN);
        Action create =
                Action.always(
                        "align.new",
                        messages.t("action.align.new"),
                        here,
                        Shortcut.of("Ctrl+N"),
                        model::newRun);
        Action start =
                new Action(
                        "align.start",
                        messages.t("action.align.start"),
                        here,
                        Shortcut.of("Ctrl+Enter"),
                        javafx.beans.binding.Bindings.createBooleanBinding(
                                () ->
                                        model.preflightProperty()
                                                .get()
                                                .map(p -> p.canStart())
                                                .orElse(false),
                                model.preflightProperty()),
                        model::start);
        Action pause =
                Action.always(
                        "align.pause",
                        messages.t("action.align.pause"),
                        here,
                        Shortcut.of("Space"),
                        model::pauseOrGoOn);
        Action another =
                Action.always(
                        "align.another",
                        messages.t("action.align.another"),
                        here,
                        Shortcut.of("N"),
                        this::nextSample);
        actions = List.of(create, start, pause, another);
        setup = new SetupPane(model, start, dialogs, messages);
        run = new RunPane(model, pause, another, messages);
        report = new ReportPane(model, create, another, navigator, messages);
        model.phaseProperty().subscribe(this::show);
    }

    private void nextSample() {
        if (model.phaseProperty().get() == AlignViewModel.Phase.REPORT) {
            report.nextSample();
        } else {
            run.nextSample();
        }
    }

    private void show(AlignViewModel.Phase phase) {
        switch (phase) {
            case LOADING -> root.getChildren().clear();
            case SETUP -> root.getChildren().setAll(setup);
            case RUNNING -> root.getChildren().setAll(run);
            case REPORT -> root.getChildren().setAll(report);
        }
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
        model.load();
    }
}
