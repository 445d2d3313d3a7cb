package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
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
                .containsExactly(
                        "bad(X) when contains(X, @hard_words)", "bad(X) when reading_ease(X) < 40");
        assertThat(window.scene().getRoot().lookup("#waiting-rules").getParent().getParent())
                .matches(node -> !node.isVisible(), "the list of rules is back");
    }

    @Test
    void nAndMWalkThroughNewlyDecidedPairsAndEnterOpensOne() {
        window.press(KeyCode.N);
        Node first = window.scene().getFocusOwner();
        assertThat(first.getStyleClass()).contains("example");
        window.press(KeyCode.N);
        Node second = window.scene().getFocusOwner();
        assertThat(second.getStyleClass()).contains("example");
        assertThat(second).isNotSameAs(first);
        window.press(KeyCode.N);
        assertThat(window.scene().getFocusOwner()).isSameAs(first);
        window.press(KeyCode.M);
        assertThat(window.scene().getFocusOwner()).isNotIn(first, second);
        window.press(KeyCode.ENTER);
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.COMPARE);
    }

    @Test
    void altAndNWalkWhileTheTextIsWritten() {
        window.onScreen(
                () ->
                        window.scene()
                                .getRoot()
                                .lookup("#rule-text")
                                .lookup(".styled-text-area")
                                .requestFocus());
        String before = window.text("#rule-text");
        window.press(KeyCode.ALT, KeyCode.N);
        assertThat(window.scene().getFocusOwner().getStyleClass()).contains("example");
        assertThat(window.text("#rule-text")).isEqualTo(before);
    }

    @Test
    void aMissingWordListIsMendedByTheKeyboard() {
        writeNew("bad(X) when contains(X, @next_stepz)");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ALT, KeyCode.ENTER);
        assertThat(window.text("#rule-text")).isEqualTo("bad(X) when contains(X, @next_steps)");
    }

    @Test
    void aSuggestionIsAnsweredByAKey() {
        window.onScreen(() -> window.graph().actions().get("rules.suggest").run());
        window.press(KeyCode.Y);
        assertThat(window.workbench().rules().list())
                .filteredOn(row -> row.name().equals("Jargon left unexplained"))
                .extracting(RuleRow::state)
                .containsExactly(RuleState.ACTIVE);
    }

    @Test
    void aReadyMadeRuleIsOneClickAway() {
        window.click("#rules-source-templates");
        window.onScreen(
                () ->
                        ((ListView<?>) window.scene().getRoot().lookup("#rule-templates"))
                                .getSelectionModel()
                                .select(1));
        assertThat(window.text("#rule-text")).startsWith("good(X) when");
    }

    @Test
    void aSentenceWithOneMeaningHasNoQuestion() {
        window.press(KeyCode.W);
        window.press(KeyCode.O);
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.RULES);
        assertThat(window.graph().actions().get("rules.ask").enabled().get()).isFalse();
    }

    @Test
    void aSentenceWithTwoMeaningsIsDecidedByOneQuestionAndTheListComesBack() {
        window.press(KeyCode.W);
        window.onScreen(
                () ->
                        ((TableView<?>) window.scene().getRoot().lookup("#waiting-rules"))
                                .getSelectionModel()
                                .select(1));
        window.press(KeyCode.O);
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.COMPARE);
        window.press(KeyCode.F);
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.RULES);
    }
}
