package dev.whetstone.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir Path folder;

    @Test
    void whatWasSetIsThereAfterARestart() {
        Path file = folder.resolve("sub/desktop.properties");
        Preferences first = new Preferences(file);
        first.setAppearance(new Appearance(Appearance.Mode.DARK, 150));
        first.setChoice("role", Role.DATA_SCIENTIST);
        first.setPerson("Maria");
        Preferences second = new Preferences(file);
        assertThat(second.appearance()).isEqualTo(new Appearance(Appearance.Mode.DARK, 150));
        assertThat(second.choice("role", Role.class, Role.EXPERT)).isEqualTo(Role.DATA_SCIENTIST);
        assertThat(second.person()).isEqualTo("Maria");
    }

    @Test
    void aProjectOpenedAgainMovesToTheFront() {
        Preferences preferences = new Preferences(folder.resolve("p"));
        Path a = folder.resolve("a.whetstone");
        Path b = folder.resolve("b.whetstone");
        preferences.addRecentProject(a);
        preferences.addRecentProject(b);
        preferences.addRecentProject(a);
        assertThat(preferences.recentProjects()).containsExactly(a, b);
    }

    @Test
    void nonsenseInTheFileGivesTheDefaults() throws Exception {
        Path file = folder.resolve("p");
        Files.writeString(file, "theme=PINK\nfont.percent=huge\n");
        assertThat(new Preferences(file).appearance()).isEqualTo(Appearance.DEFAULT);
    }
}
