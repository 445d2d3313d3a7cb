package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.theme.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreensTest {
    @TempDir Path folder;

    @Test
    void noButtonIsNarrowerThanItsTextInAnyLook() throws TimeoutException {
        try (TestWindow window = new TestWindow(folder, 1280, 800)) {
            List<String> cut = new ArrayList<>();
            for (int percent : new int[] {100, 150}) {
                window.look(new Appearance(Appearance.Mode.LIGHT, percent));
                for (ScreenId screen : ScreenId.values()) {
                    window.show(screen);
                    assertThat(window.all(".button", ".toggle-button")).isNotEmpty();
                    for (Node node : window.all(".button", ".toggle-button")) {
                        if (node instanceof ButtonBase button && isCut(button)) {
                            cut.add(screen + " " + percent + " %: " + button.getText());
                        }
                    }
                }
            }
            assertThat(cut).isEmpty();
        }
    }

    private static boolean isCut(Labeled labeled) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return labeled.isTextTruncated();
    }

    @Test
    void everyScreenIsBuiltAndEveryButtonSaysWhatItDoes() throws TimeoutException {
        try (TestWindow window = new TestWindow(folder, 1280, 800)) {
            window.look(new Appearance(Appearance.Mode.DARK, 100));
            for (ScreenId screen : ScreenId.values()) {
                window.show(screen);
                assertThat(window.graph().shell().failureProperty().get())
                        .as("%s", screen)
                        .isEmpty();
                assertThat(window.all(".button", ".toggle-button"))
                        .as("%s", screen)
                        .isNotEmpty()
                        .filteredOn(node -> node instanceof ButtonBase)
                        .allSatisfy(
                                node -> {
                                    ButtonBase button = (ButtonBase) node;
                                    boolean spoken =
                                            button.getAccessibleText() != null
                                                    && !button.getAccessibleText().isBlank();
                                    assertThat(spoken || !button.getText().isBlank())
                                            .as("text of %s", button)
                                            .isTrue();
                                });
            }
        }
    }
}
