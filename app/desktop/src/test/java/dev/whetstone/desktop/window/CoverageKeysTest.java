package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.services.coverage.Cell;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageKeysTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 1280, 900);
        window.show(ScreenId.COVERAGE);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Node map() {
        return window.scene().getRoot().lookup("#coverage-map");
    }

    private List<UUID> rules() {
        return window.workbench().rules().list().stream()
                .filter(row -> row.state() == RuleState.ACTIVE)
                .map(RuleRow::id)
                .toList();
    }

    private Cell opened() {
        return window.workbench().coverage().opened().getLast();
    }

    private boolean shows(Predicate<String> text) {
        return window.all(".label", ".button").stream()
                .anyMatch(node -> node instanceof Labeled label && text.test(label.getText()));
    }

    /// In the order of the report, so that a field is known by its rules.
    private void inOrder() {
        window.onScreen(
                () ->
                        window.all(".toggle-button").stream()
                                .filter(
                                        node ->
                                                node instanceof Labeled label
                                                        && label.getText().equals("By likeness"))
                                .forEach(
                                        node -> ((javafx.scene.control.ToggleButton) node).fire()));
        window.onScreen(() -> map().requestFocus());
    }

    @Test
    void agreementStandsWithItsInterval() {
        assertThat(shows(".61"::equals)).isTrue();
        assertThat(shows(".52 to .69 · 84 pairs"::equals)).isTrue();
    }

    @Test
    void eachTwoPeopleHaveTheirOwnAgreementAndOpenWhereTheyDiffer() {
        window.click("#coverage-side-4");
        assertThat(((TableView<?>) window.scene().getRoot().lookup("#coverage-people")).getItems())
                .hasSize(2);
        window.onScreen(
                () ->
                        window.all("#coverage-people .button").stream()
                                .filter(
                                        node ->
                                                node instanceof Button button
                                                        && button.getText().equals("ana and maria"))
                                .forEach(node -> ((Button) node).fire()));
        assertThat(opened()).isEqualTo(new Cell.TwoDiffer("ana", "maria"));
    }

    @Test
    void enterOpensTheRuleOfAFieldOnTheDiagonal() {
        inOrder();
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.LEFT);
        window.press(KeyCode.UP);
        window.press(KeyCode.ENTER);
        assertThat(opened()).isEqualTo(new Cell.Voted(rules().get(0)));
    }

    @Test
    void aboveTheDiagonalAreConflictsBelowItOverlaps() {
        inOrder();
        window.press(KeyCode.DOWN);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.SPACE);
        assertThat(opened()).isEqualTo(new Cell.Against(rules().get(0), rules().get(2)));
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.LEFT);
        window.press(KeyCode.ENTER);
        assertThat(opened()).isEqualTo(new Cell.Both(rules().get(2), rules().get(1)));
    }

    @Test
    void aClickOpensTheFieldUnderThePointer() {
        inOrder();
        window.onScreen(
                () -> {
                    Node map = map();
                    double right = map.getLayoutBounds().getWidth() - 12;
                    Event.fireEvent(map, clicked(map, new Point2D(right, 30)));
                });
        assertThat(opened()).isEqualTo(new Cell.Against(rules().getFirst(), rules().getLast()));
    }

    private static MouseEvent clicked(Node node, Point2D at) {
        Point2D scene = node.localToScene(at);
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                scene.getX(),
                scene.getY(),
                scene.getX(),
                scene.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, scene.getX(), scene.getY()));
    }

    @Test
    void theMapAloneHasItsRulesByNameAndAChosenNameIsPointedAt() {
        window.click("#coverage-table-part-map");
        ListView<?> names = (ListView<?>) window.scene().getRoot().lookup("#coverage-map-names");
        assertThat(names.isVisible()).isTrue();
        assertThat(names.getItems()).hasSameSizeAs(rules());
        window.onScreen(() -> names.getSelectionModel().select(1));
        window.onScreen(() -> map().requestFocus());
        window.press(KeyCode.DOWN);
        assertThat(names.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    }
}
