package dev.whetstone.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.Role;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.desktop.theme.Preferences;
import dev.whetstone.services.failure.ServiceException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
    @TempDir Path folder;
    private ShellViewModel shell;

    @BeforeEach
    void make() {
        shell =
                new ShellViewModel(
                        new Messages(Locale.ENGLISH),
                        new Preferences(folder.resolve("p")),
                        () -> Instant.parse("2026-11-02T12:03:41Z"),
                        ZoneOffset.UTC);
    }

    @Test
    void savedSaysWhen() {
        shell.saved();
        assertThat(shell.savedTextProperty().get()).isEqualTo("Saved 12:03:41");
    }

    @Test
    void aRefusalIsANoticeWithItsAdvice() {
        shell.failed(new ServiceException("project.locked", "It is open.", "Close it."));
        assertThat(shell.noticeProperty().get()).isEqualTo("It is open. Close it.");
        assertThat(shell.failureProperty().get()).isEmpty();
    }

    @Test
    void anythingElseIsTheErrorPageWithAStableCode() {
        IllegalStateException problem = new IllegalStateException("broken");
        shell.failed(problem);
        Failure first = shell.failureProperty().get().orElseThrow();
        assertThat(first.code()).matches("unexpected\\.[0-9a-f]{4}");
        assertThat(first.details()).contains("IllegalStateException: broken");
        assertThat(Failure.of(problem).code()).isEqualTo(first.code());
    }

    @Test
    void anExpertIsTakenHomeFromAScreenTheRoleDoesNotSee() {
        shell.setRole(Role.DATA_SCIENTIST);
        shell.show(ScreenId.ALIGN);
        shell.setRole(Role.EXPERT);
        assertThat(shell.screenProperty().get()).isEqualTo(ScreenId.HOME);
    }
}
