package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.accuracy.ChoiceRow;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardPartsTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 1280, 900);
        window.show(ScreenId.REWARD);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private void press(String text) {
        window.onScreen(
                () ->
                        window.all(".count-link").stream()
                                .filter(node -> ((Button) node).getText().equals(text))
                                .forEach(node -> ((Button) node).fire()));
    }

    private boolean shows(String text) {
        return window.all(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals(text));
    }

    @Test
    void aNumberOpensIntoItsComparisonsBesideTheFigures() {
        press("rule 10 of 11");
        TableView<?> choices =
                (TableView<?>) window.scene().getRoot().lookup("#reward-choices");
        assertThat(choices.isVisible()).isTrue();
        assertThat(choices.getItems()).hasSize(1).first().isInstanceOf(ChoiceRow.class);
        assertThat(shows("1 of 11, the model’s surest mistakes first")).isTrue();
        assertThat(choices.getColumns().getLast().getText()).isEqualTo("Rule");
    }

    @Test
    void aSliceNamesThePersonsWhoChose() {
        window.click("#reward-parts-1");
        press("31");
        TableView<?> choices =
                (TableView<?>) window.scene().getRoot().lookup("#reward-choices");
        assertThat(shows("Prompt over 100 words")).isTrue();
        assertThat(choices.getColumns().getLast().getText()).isEqualTo("Who");
    }

    @Test
    void rowsOfFewChoicesStandBack() {
        assertThat(window.all("#reward-parts-rules .table-row-cell.few")).hasSize(1);
        assertThat(shows("out of date")).isTrue();
    }
}
