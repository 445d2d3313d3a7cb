package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.FakeExplaining;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingViewModelTest {
    private final FakeRules rules = new FakeRules();
    private final FakeExplaining explaining = new FakeExplaining();
    private final Told told = new Told();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final RulesViewModel list =
            new RulesViewModel(rules, "Maria", new DirectTaskRunner(), told, messages);
    private final WaitingViewModel model =
            new WaitingViewModel(
                    explaining, rules, list, "Maria", new DirectTaskRunner(), told, messages);

    @BeforeEach
    void load() {
        list.load();
        model.load();
        model.toggle();
    }

    @Test
    void theFirstStandsInTheEditorWithItsEffect() {
        assertThat(model.items()).hasSize(2);
        assertThat(list.edit().textProperty().get()).isEqualTo("bad(X) when contains(X, @jargon)");
        assertThat(list.edit().lastGoodProperty().get()).isPresent();
    }

    @Test
    void anEditedReadingIsAcceptedAsItStands() {
        list.edit().textProperty().set("bad(X) when mentions(X, @jargon)");
        list.save();
        assertThat(explaining.accepted()).containsExactly("bad(X) when mentions(X, @jargon)");
        assertThat(told.saves()).isEqualTo(1);
    }

    @Test
    void theListComesBackWhenNothingWaits() {
        model.accept();
        assertThat(model.shownProperty().get()).isTrue();
        model.ignore();
        assertThat(model.shownProperty().get()).isFalse();
        assertThat(model.items()).isEmpty();
    }
}
