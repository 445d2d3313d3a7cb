package dev.whetstone.desktop.home;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.control.FileDialogs;
import dev.whetstone.desktop.task.TaskRunner;
import dev.whetstone.desktop.task.Work;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.project.Project;
import dev.whetstone.services.project.ProjectInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Projects to open and make, and the open project's counts and next step.
public final class HomeViewModel {
    private static final String EXTENSION = "whetstone";

    private final Projects projects;
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final Optional<Project> open;
    private final TaskRunner runner;
    private final Feedback feedback;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<ProjectInfo>> info =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());

    public HomeViewModel(
            Projects projects,
            Preferences preferences,
            FileDialogs dialogs,
            Optional<Project> open,
            TaskRunner runner,
            Feedback feedback,
            Messages messages) {
        this.projects = projects;
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.open = open;
        this.runner = runner;
        this.feedback = feedback;
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<Optional<ProjectInfo>> infoProperty() {
        return info.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    public boolean hasProject() {
        return open.isPresent();
    }

    public void refresh() {
        recent.set(preferences.recentProjects());
        open.ifPresent(
                project -> {
                    var unused =
                            runner.run(
                                    Work.of(
                                            "home",
                                            project::info,
                                            counted -> info.set(Optional.of(counted)),
                                            feedback::failed));
                });
    }

    public void chooseProject() {
        dialogs.open(messages.t("home.open.dialog"), List.of(EXTENSION)).ifPresent(projects::open);
    }

    public void newProject() {
        ask(messages.t("home.new.dialog"), messages.t("home.new.name")).ifPresent(projects::create);
    }

    public void newSample() {
        ask(messages.t("home.sample.dialog"), messages.t("home.sample.name"))
                .ifPresent(projects::createSample);
    }

    public void open(Path file) {
        projects.open(file);
    }

    private Optional<Path> ask(String title, String name) {
        return dialogs.save(title, name + "." + EXTENSION).map(HomeViewModel::withExtension);
    }

    private static Path withExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith("." + EXTENSION) ? file : file.resolveSibling(name + "." + EXTENSION);
    }
}
