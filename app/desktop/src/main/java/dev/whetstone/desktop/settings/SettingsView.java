package dev.whetstone.desktop.settings;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.control.Segments;
import dev.whetstone.desktop.home.ComputerFacts;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.ShortPath;
import dev.whetstone.desktop.theme.Appearance;
import dev.whetstone.services.model.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Settings: how it looks, who judges, what this computer and this program hold.
public final class SettingsView implements Screen {
    private final SettingsViewModel model;
    private final EngineViewModel engine;
    private final EnginesViewModel engines;
    private final Messages messages;
    private final ScrollPane root;
    private final VBox modelRows = new VBox();
    private final Action larger;
    private final Action smaller;
    private final Action normal;

    public SettingsView(
            SettingsViewModel model,
            EngineViewModel engine,
            EnginesViewModel engines,
            FileDialogs dialogs,
            Messages messages) {
        this.model = model;
        this.engines = engines;
        this.engine = engine;
        this.messages = messages;
        larger = font("settings.larger", messages.t("action.larger"), "Ctrl+Equals", 10);
        smaller = font("settings.smaller", messages.t("action.smaller"), "Ctrl+Minus", -10);
        normal =
                Action.always(
                        "settings.normal",
                        messages.t("action.normal"),
                        Scope.EVERYWHERE,
                        Shortcut.of("Ctrl+0"),
                        model::resetFont);
        Panel look =
                new Panel(messages.t("settings.look"))
                        .add(setting(messages.t("settings.theme"), themes()))
                        .add(setting(messages.t("settings.font"), fonts()));
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.personProperty());
        name.setAccessibleText(messages.t("settings.person"));
        Panel person =
                new Panel(messages.t("settings.person"))
                        .add(setting(messages.t("settings.name"), name))
                        .add(note(messages.t("settings.name.note")));
        Panel computer = new Panel(messages.t("home.computer")).add(new ComputerFacts(messages));
        Panel bundled = new Panel(messages.t("settings.models"));
        bundled.add(modelRows);
        model.modelsProperty().subscribe(models -> showModels());
        model.modelsProblemProperty().subscribe(problem -> showModels());
        Panel worker =
                new Panel(messages.t("engine.title"))
                        .add(new EnginePanel(engine, messages))
                        .add(note(messages.t("engine.note")));
        Panel libraries =
                new Panel(messages.t("engines.title"))
                        .add(new EnginesPanel(engines, dialogs, messages))
                        .add(note(messages.t("engines.note")));
        VBox page =
                new VBox(
                        Controls.label(messages.t("screen.settings"), "page-title"),
                        look,
                        person,
                        worker,
                        libraries,
                        bundled,
                        computer);
        page.getStyleClass().addAll("page", "settings");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("plain-scroll");
    }

    private void showModels() {
        modelRows.getChildren().clear();
        String problem = model.modelsProblemProperty().get();
        if (model.modelsProperty().get().isEmpty()) {
            modelRows
                    .getChildren()
                    .add(note(problem.isEmpty() ? messages.t("settings.models.none") : problem));
        }
        for (ModelInfo info : model.modelsProperty().get()) {
            modelRows
                    .getChildren()
                    .add(
                            setting(
                                    info.name(),
                                    Controls.wrapped(
                                            messages.t(
                                                    "settings.model",
                                                    info.architecture(),
                                                    info.parameters() / 1e6,
                                                    info.bytes() / 1e6),
                                            "muted")));
            modelRows
                    .getChildren()
                    .add(setting(messages.t("settings.folder"), folder(info.folder())));
        }
    }

    private static Label folder(Path folder) {
        Label label =
                Controls.yielding(
                        ShortPath.of(folder, Path.of(System.getProperty("user.home", "."))),
                        "muted");
        label.setTooltip(new Tooltip(folder.toString()));
        return label;
    }

    private Action font(String id, String title, String key, int percent) {
        return Action.always(
                id, title, Scope.EVERYWHERE, Shortcut.of(key), () -> model.changeFont(percent));
    }

    private Segments themes() {
        return new Segments(
                List.of(
                        theme(Appearance.Mode.SYSTEM, messages.t("settings.theme.system")),
                        theme(Appearance.Mode.LIGHT, messages.t("settings.theme.light")),
                        theme(Appearance.Mode.DARK, messages.t("settings.theme.dark"))));
    }

    private ToggleButton theme(Appearance.Mode mode, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setOnAction(
                event -> {
                    model.setMode(mode);
                    button.setSelected(true);
                });
        model.appearanceProperty().subscribe(now -> button.setSelected(now.mode() == mode));
        return button;
    }

    private HBox fonts() {
        Button less = Controls.button(messages.t("settings.smaller"), smaller::run);
        Button more = Controls.button(messages.t("settings.larger"), larger::run);
        Label now = Controls.whole("", "strong");
        model.appearanceProperty()
                .subscribe(a -> now.setText(messages.t("settings.percent", a.fontPercent())));
        return Controls.row(less, now, more);
    }

    private static HBox setting(String name, Node control) {
        Label label = Controls.label(name);
        label.getStyleClass().add("setting-name");
        HBox row = new HBox(label, control);
        row.getStyleClass().add("setting");
        return row;
    }

    private static Label note(String text) {
        return Controls.wrapped(text, "muted", "small", "panel-note");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(larger, smaller, normal);
    }

    @Override
    public void shown() {
        model.load();
        engine.load();
        engines.load();
    }
}
