package dev.whetstone.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.Action;
import dev.whetstone.desktop.action.Actions;
import dev.whetstone.desktop.action.Scope;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.action.Shortcut;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final Actions actions = new Actions();
    private final PaletteViewModel palette = new PaletteViewModel(actions, () -> ScreenId.COMPARE);

    private static Action action(String title, Scope scope) {
        return Action.always(title, title, scope, Shortcut.NONE, () -> {});
    }

    @Test
    void actionsOfThisScreenComeFirst() {
        actions.register(
                List.of(
                        action("Tie the laces", Scope.on(ScreenId.DATA)),
                        action("Replies are equal: tie", Scope.on(ScreenId.COMPARE)),
                        action("Train", Scope.EVERYWHERE)));
        palette.open();
        palette.queryProperty().set("tie");
        assertThat(palette.hits())
                .extracting(Action::title)
                .containsExactly("Replies are equal: tie", "Tie the laces");
    }

    @Test
    void allWordsMustBeThere() {
        actions.register(List.of(action("Save and show the next", Scope.EVERYWHERE)));
        palette.open();
        palette.queryProperty().set("next save");
        assertThat(palette.hits()).hasSize(1);
        palette.queryProperty().set("next undo");
        assertThat(palette.hits()).isEmpty();
    }
}
