package dev.whetstone.desktop.home;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.Controls;
import dev.whetstone.desktop.control.Icons;
import dev.whetstone.desktop.control.KeyCap;
import dev.whetstone.desktop.control.Panel;
import dev.whetstone.desktop.task.JobItem;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.ShortPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first screen.
public final class HomeView implements Screen {
    private final HomeViewModel model;
    private final Messages messages;
    private final ScrollPane root;
    private final VBox main = new VBox();
    private final Panel recent;
    private final VBox recentRows = new VBox();
    private final VBox jobRows = new VBox();
    private final NextStepPanel nextStep;
    private final Action open;
    private final Action create;
    private final Action sample;

    public HomeView(
            HomeViewModel model,
            Navigator navigator,
            ObservableList<JobItem> jobs,
            Messages messages) {
        this.model = model;
        this.messages = messages;
        Scope everywhere = Scope.EVERYWHERE;
        open =
                Action.always(
                        "home.open",
                        messages.t("action.open"),
                        everywhere,
                        Shortcut.of("Ctrl+O"),
                        model::chooseProject);
        create =
                Action.always(
                        "home.new",
                        messages.t("action.new"),
                        everywhere,
                        Shortcut.of("Ctrl+Shift+N"),
                        model::newProject);
        sample =
                Action.always(
                        "home.sample",
                        messages.t("action.sample"),
                        everywhere,
                        Shortcut.NONE,
                        model::newSample);
        nextStep = new NextStepPanel(navigator, messages);
        recent = new Panel(messages.t("home.recent")).add(recentRows);
        recent.getStyleClass().add("roomy");
        recentRows.getStyleClass().add("divided");
        Panel jobPanel = new Panel(messages.t("home.jobs")).add(jobRows);
        jobPanel.getStyleClass().add("roomy");
        jobRows.getStyleClass().add("panel-body");
        Panel computer = new Panel(messages.t("home.computer")).add(new ComputerFacts(messages));
        computer.getStyleClass().add("roomy");

        HBox head = new HBox(heading(), Controls.spacer(), opener(), creator());
        head.getStyleClass().add("page-head");
        main.getStyleClass().add("home-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox side = new VBox(jobPanel, computer);
        side.getStyleClass().addAll("home-column", "home-side");
        HBox columns = new HBox(main, side);
        columns.getStyleClass().add("home-columns");
        VBox page = new VBox(head, columns, hints());
        page.getStyleClass().add("home");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("plain-scroll");
        model.infoProperty().subscribe(info -> info.ifPresent(nextStep::show));
        model.recentProperty().subscribe(this::showRecent);
        jobs.addListener((ListChangeListener<JobItem>) change -> showJobs(jobs));
        showJobs(jobs);
    }

    private VBox heading() {
        VBox box =
                new VBox(
                        Controls.label(messages.t("home.title"), "display"),
                        Controls.wrapped(messages.t("home.lead"), "lead", "muted"));
        box.getStyleClass().add("tight");
        box.setMinWidth(0);
        return box;
    }

    private Button opener() {
        return Controls.button(open, messages.t("home.open"));
    }

    private Button creator() {
        return Controls.button(create, messages.t("home.new"));
    }

    private HBox hints() {
        HBox row =
                new HBox(
                        new KeyCap("Ctrl K"),
                        Controls.label(messages.t("home.hint.palette"), "muted", "small"),
                        Icons.of(Feather.LOCK),
                        Controls.label(messages.t("home.hint.offline"), "muted", "small"));
        row.getStyleClass().add("row");
        return row;
    }

    private void showRecent(List<Path> paths) {
        recentRows.getChildren().clear();
        for (Path path : paths) {
            recentRows.getChildren().add(recentRow(path));
        }
        main.getChildren().clear();
        if (model.hasProject()) {
            main.getChildren().add(nextStep);
        } else {
            main.getChildren().add(new SampleTour(sample, messages));
        }
        if (!paths.isEmpty()) {
            main.getChildren().add(recent);
        }
    }

    private Node recentRow(Path path) {
        boolean there = Files.isRegularFile(path);
        String file = String.valueOf(path.getFileName());
        String name = file.endsWith(".whetstone") ? file.substring(0, file.length() - 10) : file;
        String folder = folder(path);
        VBox words =
                new VBox(
                        Controls.yielding(name, "strong"),
                        Controls.yielding(
                                there ? folder : messages.t("home.recent.missing", folder),
                                "muted",
                                "small"));
        words.setMinWidth(0);
        HBox graphic = new HBox(Icons.of(Feather.DATABASE), words);
        graphic.getStyleClass().add("row");
        Button button = Controls.button("", () -> model.open(path), "list-row");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(graphic);
        button.setAccessibleText(messages.t("home.recent.open", name));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setDisable(!there);
        button.setTooltip(new Tooltip(path.toString()));
        return button;
    }

    private static String folder(Path project) {
        Path folder = project.toAbsolutePath().getParent();
        Path home = Path.of(System.getProperty("user.home", "."));
        return folder == null ? "" : ShortPath.of(folder, home);
    }

    private void showJobs(ObservableList<JobItem> jobs) {
        jobRows.getChildren().clear();
        if (jobs.isEmpty()) {
            jobRows.getChildren().add(Controls.label(messages.t("home.jobs.none"), "muted"));
        }
        for (JobItem job : jobs) {
            jobRows.getChildren().add(new JobRow(job, messages));
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return List.of(open, create, sample);
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
