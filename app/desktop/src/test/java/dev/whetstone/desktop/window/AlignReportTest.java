package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.fake.FakeJob;
import dev.whetstone.desktop.theme.Appearance;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignReportTest {
    private static final String DIED =
            "The model's process died. A new one goes on from the last checkpoint.";

    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 1280, 800);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private List<Labeled> rules() {
        return window.all(".rule-changes .rule-link").stream()
                .map(Labeled.class::cast)
                .sorted(Comparator.comparingDouble(AlignReportTest::top))
                .toList();
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    @Test
    void rulesStandInWordsWithWhatGainedMostFirst() {
        window.show(ScreenId.ALIGN);
        assertThat(rules())
                .extracting(Labeled::getText)
                .containsExactly(
                        "Worse if the response promises cover",
                        "Worse if the response has more than 60 words");
        assertThat(window.all(".rule-changes .watch-tag"))
                .extracting(node -> ((Labeled) node).getText())
                .containsExactly("kept less often");
    }

    @Test
    void aRuleOpensOnItsScreen() {
        window.show(ScreenId.ALIGN);
        window.click(".rule-changes .rule-link");
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.RULES);
    }

    @Test
    void theKeyboardOpensTheSelectedRule() {
        window.show(ScreenId.ALIGN);
        window.onScreen(
                () -> {
                    TableView<?> table =
                            (TableView<?>) window.scene().lookup(".rule-changes .table-view");
                    table.requestFocus();
                    table.getSelectionModel().selectFirst();
                });
        window.press(KeyCode.ENTER);
        assertThat(window.graph().shell().screenProperty().get()).isEqualTo(ScreenId.RULES);
    }

    @Test
    void noPercentSignStandsAloneAtLargeLetters() {
        window.look(new Appearance(Appearance.Mode.LIGHT, 150));
        window.show(ScreenId.ALIGN);
        assertThat(window.all(".report-words .label"))
                .isNotEmpty()
                .allSatisfy(
                        node ->
                                assertThat(((Labeled) node).getText())
                                        .doesNotContainPattern("\\d %"));
    }

    @Test
    void whatARunSaysStandsOnItsScreenWithItsTime() {
        window.show(ScreenId.ALIGN);
        window.onScreen(() -> window.graph().actions().get("align.new").run());
        window.click("#align-check");
        window.onScreen(() -> window.graph().actions().get("align.start").run());
        window.onScreen(() -> window.workbench().alignments().job().notice(DIED));
        window.show(ScreenId.ALIGN);
        assertThat(window.all(".note-line .label"))
                .extracting(node -> ((Labeled) node).getText())
                .contains("00:00", DIED);
    }

    @Test
    void theTopBarSaysItWhereverAPersonIs() {
        FakeJob<Boolean> job = new FakeJob<>("Train the reward model");
        window.onScreen(() -> window.workbench().jobs().add(job));
        window.onScreen(() -> job.notice(DIED));
        window.show(ScreenId.COMPARE);
        assertThat(window.all(".top-bar .job .label"))
                .filteredOn(Node::isVisible)
                .extracting(node -> ((Labeled) node).getText())
                .contains("00:00 " + DIED);
        window.show(ScreenId.HOME);
        assertThat(window.all(".note-line .label"))
                .extracting(node -> ((Labeled) node).getText())
                .contains(DIED);
    }
}
