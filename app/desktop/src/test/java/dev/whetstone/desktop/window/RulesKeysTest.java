package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesKeysTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 990, 800);
        window.show(ScreenId.RULES);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Node list() {
        return window.scene().getRoot().lookup(".completion");
    }

    private void writeNew(String text) {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.onScreen(
                () ->
                        window.scene()
                                .getRoot()
                                .lookup("#rule-text")
                                .lookup(".styled-text-area")
                                .requestFocus());
        window.write(text);
    }

    @Test
    void aWordIsCompletedByTheKeyboard() {
        writeNew("bad(X) when con");
        assertThat(list().isVisible()).isTrue();
        window.press(KeyCode.ENTER);
        assertThat(window.text("#rule-text")).isEqualTo("bad(X) when contains(");
        assertThat(list().isVisible()).isFalse();
    }

    @Test
    void arrowsChooseAWordListAndEscCloses() {
        writeNew("bad(X) when contains(X, @");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.TAB);
        assertThat(window.text("#rule-text")).isEqualTo("bad(X) when contains(X, @next_steps");
        window.write(") and wo");
        assertThat(list().isVisible()).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(list().isVisible()).isFalse();
    }

    @Test
    void aWaitingRuleIsAcceptedAndAnotherLeftOutByKeys() {
        window.press(KeyCode.W);
        window.press(KeyCode.A);
        assertThat(window.workbench().explaining().accepted())
                .containsExactly("bad(X) when contains(X, @jargon)");
        window.press(KeyCode.I);
        assertThat(window.workbench().explaining().ignored())
                .containsExactly("bad(X) when contains(X, @hard_words)");
        assertThat(window.scene().getRoot().lookup("#waiting-rules").getParent().getParent())
                .matches(node -> !node.isVisible(), "the list of rules is back");
    }
}
