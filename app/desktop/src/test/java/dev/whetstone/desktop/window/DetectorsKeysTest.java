package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.fake.FakeReplies;
import dev.whetstone.services.detectors.Mark;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorsKeysTest {
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

    private ScreenId screen() {
        return window.graph().shell().screenProperty().get();
    }

    private void choose(int row) {
        window.onScreen(
                () ->
                        ((TableView<?>) window.scene().getRoot().lookup("#detector-list"))
                                .getSelectionModel()
                                .select(row));
    }

    @Test
    void theRulesLeadThereAndBackAndTheirEntryStaysChosen() {
        window.press(KeyCode.D);
        assertThat(screen()).isEqualTo(ScreenId.DETECTORS);
        assertThat(((ToggleButton) window.scene().getRoot().lookup("#rail-rules")).isSelected())
                .isTrue();
        assertThat(window.all("#rail-detectors")).isEmpty();
        window.press(KeyCode.ESCAPE);
        assertThat(screen()).isEqualTo(ScreenId.RULES);
    }

    @Test
    void repliesAreMarkedByKeysAndMarksTakenBack() {
        window.press(KeyCode.D);
        choose(2);
        window.press(KeyCode.Y);
        window.press(KeyCode.N);
        window.press(KeyCode.S);
        window.press(KeyCode.Y);
        assertThat(window.workbench().detectors().marks("upbeat"))
                .containsEntry(FakeReplies.reply(0).text(), Mark.Answer.YES)
                .containsEntry(FakeReplies.reply(1).text(), Mark.Answer.NO)
                .containsEntry(FakeReplies.reply(3).text(), Mark.Answer.YES)
                .hasSize(3);
        window.press(KeyCode.Z);
        assertThat(window.workbench().detectors().marks("upbeat"))
                .containsEntry(FakeReplies.reply(3).text(), Mark.Answer.WITHDRAW);
    }

    @Test
    void anAnswerIsNoAnswerWhereNoReplyIsAskedAbout() {
        window.press(KeyCode.D);
        window.press(KeyCode.Y);
        assertThat(window.workbench().detectors().marks("polite")).isEmpty();
        window.press(KeyCode.M);
        window.press(KeyCode.Y);
        assertThat(window.workbench().detectors().marks("polite")).hasSize(1);
    }

    @Test
    void aKeyWritesARuleThatAsksTheDetector() {
        window.press(KeyCode.D);
        window.press(KeyCode.B);
        assertThat(screen()).isEqualTo(ScreenId.RULES);
        assertThat(window.text("#rule-text")).isEqualTo("good(X) when detects(X, #polite)");
    }

    @Test
    void aNewOneIsNamedAndMadeByTheKeyboard() {
        window.press(KeyCode.D);
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.write("rude");
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().detectors().show("rude").marks()).isZero();
        Node caret = window.scene().getFocusOwner();
        window.press(KeyCode.Y);
        assertThat(window.workbench().detectors().marks("rude"))
                .as("focus on %s", caret)
                .hasSize(1);
    }

    @Test
    void aProjectWithoutDetectorsSaysWhatTheyAreAndMakesOne() {
        window.workbench().detectors().clear();
        window.press(KeyCode.D);
        assertThat(window.all(".empty-state")).hasSize(1);
        window.press(KeyCode.CONTROL, KeyCode.N);
        assertThat(window.all(".empty-state")).isEmpty();
        window.write("rude");
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().detectors().list()).hasSize(1);
    }

    @Test
    void learningRunsOnTheKeyAndIsStoppedByTheButton() {
        window.press(KeyCode.D);
        window.press(KeyCode.T);
        assertThat(window.scene().getRoot().lookup("#detect-stop").isDisabled()).isFalse();
        window.click("#detect-stop");
        assertThat(window.scene().getRoot().lookup("#detect-stop").isDisabled()).isTrue();
        assertThat(window.workbench().detectors().training().status().state())
                .isEqualTo(dev.whetstone.services.job.JobState.CANCELLED);
    }
}
