package dev.whetstone.desktop.shell;

import dev.whetstone.desktop.action.Feedback;
import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.failure.ServiceException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's state: screen, role, project, what was said last, what went wrong.
public final class ShellViewModel implements Feedback {
    private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final String WORKER = "worker.";

    private final Messages messages;
    private final Preferences preferences;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<ScreenId> screen =
            new ReadOnlyObjectWrapper<>(ScreenId.HOME);
    private final ObjectProperty<Role> role;
    private final StringProperty projectName = new SimpleStringProperty("");
    private Runnable restart = () -> {};
    private final StringProperty savedText = new SimpleStringProperty("");
    private final StringProperty notice = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Offer>> offer =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure =
            new SimpleObjectProperty<>(Optional.empty());

    public ShellViewModel(
            Messages messages, Preferences preferences, InstantSource clock, ZoneId zone) {
        this.messages = messages;
        this.preferences = preferences;
        this.clock = clock;
        this.zone = zone;
        this.role = new SimpleObjectProperty<>(preferences.choice("role", Role.class, Role.EXPERT));
    }

    public ReadOnlyObjectProperty<ScreenId> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public void show(ScreenId id) {
        failure.set(Optional.empty());
        screen.set(id);
    }

    public ObjectProperty<Role> roleProperty() {
        return role;
    }

    /// Switches the role; a screen that the role's rail does not offer gives way to home.
    public void setRole(Role newRole) {
        role.set(newRole);
        preferences.setChoice("role", newRole);
        if (!newRole.sees(screen.get())) {
            show(ScreenId.HOME);
        }
    }

    /// Empty when no project is open.
    public StringProperty projectNameProperty() {
        return projectName;
    }

    public StringProperty savedTextProperty() {
        return savedText;
    }

    /// The newest notice; empty when it was read.
    public StringProperty noticeProperty() {
        return notice;
    }

    /// What can be done about the newest notice; set before the notice.
    public ObjectProperty<Optional<Offer>> offerProperty() {
        return offer;
    }

    /// Something to do, on a notice's button.
    public record Offer(String verb, Runnable effect) {}

    /// What starts the model worker again after it died.
    public void onWorkerDeath(Runnable newRestart) {
        restart = newRestart;
    }

    public ObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public void tell(String sentence) {
        tell(sentence, Optional.empty());
    }

    private void tell(String sentence, Optional<Offer> newOffer) {
        notice.set("");
        offer.set(newOffer);
        notice.set(sentence);
    }

    @Override
    public void saved() {
        savedText.set(messages.t("shell.saved", TIME.format(clock.instant().atZone(zone))));
    }

    @Override
    public void failed(Throwable problem) {
        if (problem instanceof ServiceException refusal) {
            LOG.info("refused: {} {}", refusal.code(), refusal.text());
            tell(
                    refusal.advice().isEmpty()
                            ? refusal.text()
                            : messages.t("shell.refused", refusal.text(), refusal.advice()),
                    refusal.code().startsWith(WORKER)
                            ? Optional.of(new Offer(messages.t("engine.restart"), restart))
                            : Optional.empty());
        } else {
            LOG.error("unexpected failure", problem);
            failure.set(Optional.of(Failure.of(problem)));
        }
    }

    public void closeFailure() {
        failure.set(Optional.empty());
    }
}
