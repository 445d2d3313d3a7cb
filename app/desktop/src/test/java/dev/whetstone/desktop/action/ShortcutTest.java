package dev.whetstone.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @Test
    void theCapIsWhatIsPrintedOnTheKey() {
        assertThat(Shortcut.of("Ctrl+Shift+Z").cap()).isEqualTo("Ctrl Shift Z");
        assertThat(Shortcut.of("Left").cap()).isEqualTo("←");
    }

    @Test
    void singleLettersDoNotWorkInText() {
        assertThat(Shortcut.of("T").worksInText()).isFalse();
        assertThat(Shortcut.of("Alt+1").worksInText()).isTrue();
        assertThat(Shortcut.of("F1").worksInText()).isTrue();
        assertThat(Shortcut.of("F").worksInText()).isFalse();
    }

    @Test
    void anUnknownModifierIsRefused() {
        assertThatThrownBy(() -> Shortcut.of("Hyper+K")).hasMessageContaining("Hyper");
    }

    @Test
    void aScreensActionsComeFirstAndGoWithIt() {
        Actions actions = new Actions();
        Action global = Action.always("g", "G", Scope.EVERYWHERE, Shortcut.NONE, () -> {});
        Action here = Action.always("h", "H", Scope.on(ScreenId.COMPARE), Shortcut.NONE, () -> {});
        actions.register(List.of(global, here));
        assertThat(actions.on(ScreenId.COMPARE)).containsExactly(here, global);
        assertThat(actions.on(ScreenId.RULES)).containsExactly(global);
        actions.clearScreens();
        assertThat(actions.all()).containsExactly(global);
    }
}
