package dev.whetstone.desktop;

import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Actions;
import dev.whetstone.desktop.action.Navigator;
import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.Screen;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.home.HomeView;
import dev.whetstone.desktop.home.HomeViewModel;
import dev.whetstone.desktop.home.Projects;
import dev.whetstone.desktop.palette.PaletteView;
import dev.whetstone.desktop.palette.PaletteViewModel;
import dev.whetstone.desktop.settings.EngineViewModel;
import dev.whetstone.desktop.settings.EnginesViewModel;
import dev.whetstone.desktop.settings.SettingsView;
import dev.whetstone.desktop.settings.SettingsViewModel;
import dev.whetstone.desktop.shell.ScreenNames;
import dev.whetstone.desktop.shell.ShellView;
import dev.whetstone.desktop.shell.ShellViewModel;
import dev.whetstone.desktop.task.JobFeed;
import dev.whetstone.desktop.task.JobNotes;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.text.RichTextSurfaces;
import dev.whetstone.desktop.text.TextSurfaces;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.desktop.theme.ThemeManager;
import dev.whetstone.services.Workbench;
import dev.whetstone.services.job.JobHandle;
import dev.whetstone.services.rules.ConceptNeighbour;
import dev.whetstone.services.rules.Rules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Wires the desktop by hand: one window, one workbench, at most one open project.
public final class AppGraph implements AutoCloseable, Navigator, Projects {
    private final Workbench workbench;
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final TaskRunner runner;
    private final Messages messages;
    private final TextSurfaces surfaces = new RichTextSurfaces();
    private final Actions actions = new Actions();
    private final InstantSource clock;
    private final ThemeManager theme;
    private final ShellViewModel shell;
    private final Supplier<JobNotes> notes;
    private final JobFeed jobs;
    private final EngineViewModel engine;
    private final ShellView shellView;
    private Optional<OpenProject> project = Optional.empty();

    public AppGraph(
            Workbench workbench,
            Preferences preferences,
            FileDialogs dialogs,
            TaskRunner runner,
            Messages messages,
            InstantSource clock,
            ZoneId zone) {
        this.workbench = workbench;
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.runner = runner;
        this.messages = messages;
        this.clock = clock;
        this.theme = new ThemeManager(preferences.appearance());
        this.shell = new ShellViewModel(messages, preferences, clock, zone);
        this.notes = () -> new JobNotes(clock, zone);
        this.jobs = new JobFeed(workbench.jobs(), runner, notes);
        this.engine = new EngineViewModel(workbench.engine(), runner, shell, messages);
        shell.onWorkerDeath(engine::start);
        PaletteViewModel palette = new PaletteViewModel(actions, shell.screenProperty()::get);
        List<PaletteView> paletteView = new ArrayList<>();
        Action openPalette =
                Action.always(
                        "palette.open",
                        messages.t("action.palette"),
                        Scope.EVERYWHERE,
                        Shortcut.of("Ctrl+K"),
                        () -> paletteView.forEach(PaletteView::open));
        this.shellView = new ShellView(shell, jobs.items(), actions, openPalette, messages);
        paletteView.add(new PaletteView(palette, shellView.modal(), messages));
        actions.register(List.of(openPalette));
        actions.register(navigation());
        theme.appearanceProperty()
                .subscribe(appearance -> shellView.setFontPercent(appearance.fontPercent()));
        showScreens();
    }

    private List<Action> navigation() {
        List<Action> list = new ArrayList<>();
        int digit = 1;
        for (ScreenId id : ScreenId.values()) {
            list.add(
                    Action.always(
                            "go." + id.name().toLowerCase(java.util.Locale.ROOT),
                            messages.t("action.go", ScreenNames.of(id, messages)),
                            Scope.EVERYWHERE,
                            Shortcut.of("Ctrl+" + digit++),
                            () -> show(id)));
        }
        return list;
    }

    public Parent root() {
        return shellView.root();
    }

    public ThemeManager theme() {
        return theme;
    }

    public ShellViewModel shell() {
        return shell;
    }

    public Actions actions() {
        return actions;
    }

    /// Gives the scene its colours and keys.
    public void install(Scene scene) {
        theme.install(scene);
        shellView.install(scene);
    }

    private void showScreens() {
        Map<ScreenId, Supplier<Screen>> screens = new EnumMap<>(ScreenId.class);
        for (ScreenId id : ScreenId.values()) {
            screens.put(
                    id,
                    () ->
                            new NoProject(
                                    ScreenNames.of(id, messages),
                                    () -> show(ScreenId.HOME),
                                    messages));
        }
        project.ifPresent(open -> screens.putAll(open.screens()));
        screens.put(
                ScreenId.HOME,
                () ->
                        new HomeView(
                                new HomeViewModel(
                                        this,
                                        preferences,
                                        dialogs,
                                        project.map(open -> open.services().project()),
                                        runner,
                                        shell,
                                        messages),
                                this,
                                jobs.items(),
                                messages));
        screens.put(
                ScreenId.SETTINGS,
                () ->
                        new SettingsView(
                                new SettingsViewModel(
                                        preferences, theme::set, workbench::bundledModels, runner),
                                engine,
                                new EnginesViewModel(workbench.engines(), runner, shell, messages),
                                dialogs,
                                messages));
        shellView.setScreens(screens);
    }

    @Override
    public void show(ScreenId screen) {
        shell.show(screen);
    }

    @Override
    public void openComparison(UUID comparison) {
        project.ifPresent(
                open -> {
                    shell.show(ScreenId.COMPARE);
                    open.compare().open(comparison);
                });
    }

    @Override
    public void ask(UUID comparison, Explanation sentence) {
        project.ifPresent(
                open -> {
                    shell.show(ScreenId.COMPARE);
                    open.compare().ask(comparison, sentence, () -> shell.show(ScreenId.RULES));
                });
    }

    @Override
    public void openRule(UUID rule) {
        project.ifPresent(
                open -> {
                    shell.show(ScreenId.RULES);
                    open.rules().select(rule);
                });
    }

    @Override
    public void writeRule(RuleStart start) {
        project.ifPresent(
                open -> {
                    shell.show(ScreenId.RULES);
                    open.rules().startNew(start);
                });
    }

    @Override
    public void open(Path file) {
        enter(() -> OpenProject.open(() -> workbench.open(file), context()));
    }

    @Override
    public void create(Path file) {
        enter(() -> OpenProject.open(() -> workbench.create(file), context()));
    }

    @Override
    public void createSample(Path file) {
        runner.follow(workbench.createSample(file), status -> {}, this::open, shell::failed);
    }

    private void enter(Work.Body<OpenProject> body) {
        Optional<OpenProject> before = project;
        var unused =
                runner.run(
                        Work.of(
                                "open-project",
                                () -> {
                                    before.ifPresent(OpenProject::close);
                                    return body.run();
                                },
                                this::entered,
                                failure -> {
                                    if (before.isPresent()) {
                                        left();
                                    }
                                    shell.failed(failure);
                                }));
    }

    private void entered(OpenProject opened) {
        project = Optional.of(opened);
        preferences.addRecentProject(opened.services().project().file());
        shell.projectNameProperty().set(opened.name());
        showScreens();
    }

    /// The project that is open.
    Optional<OpenProject> project() {
        return project;
    }

    private void left() {
        project = Optional.empty();
        shell.projectNameProperty().set("");
        showScreens();
    }

    private OpenProject.Context context() {
        return new OpenProject.Context(
                this,
                preferences.person(),
                surfaces,
                dialogs,
                this::neighbours,
                clock,
                runner,
                notes,
                shell,
                messages);
    }

    private JobHandle<List<ConceptNeighbour>> neighbours(Rules rules, String list, int most) {
        return workbench
                .jobs()
                .start(
                        messages.t("rules.list.job", list),
                        progress ->
                                rules.neighbours(list, workbench.encoder().with(progress), most));
    }

    @Override
    public void close() {
        jobs.close();
        project.ifPresent(OpenProject::close);
        runner.close();
        workbench.close();
    }
}
