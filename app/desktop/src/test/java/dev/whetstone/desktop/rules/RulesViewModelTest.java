package dev.whetstone.desktop.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.action.RuleStart;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.pair.PairRef;
import dev.whetstone.services.rules.Preview;
import dev.whetstone.services.rules.RuleRow;
import dev.whetstone.services.rules.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesViewModelTest {
    private final FakeRules rules = new FakeRules();
    private final Told told = new Told();
    private final RulesViewModel model =
            new RulesViewModel(
                    rules, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void theFirstRuleIsOpenAndUnchanged() {
        assertThat(model.currentProperty().get().orElseThrow().name()).isEqualTo("Promises cover");
        assertThat(model.canSave().get()).isFalse();
    }

    @Test
    void anErrorKeepsTheLastGoodVersionAndBlocksSaving() {
        model.edit().textProperty().set("bad(X) when not contains(X, @next_step)");
        assertThat(model.edit().previewProperty().get().orElseThrow())
                .isInstanceOf(Preview.Broken.class);
        assertThat(model.edit().lastGoodProperty().get()).isPresent();
        assertThat(model.canSave().get()).isFalse();
    }

    @Test
    void aSuggestionTakesTheErrorsPlace() {
        model.edit().textProperty().set("bad(X) when not contains(X, @next_step)");
        Preview.Broken broken = (Preview.Broken) model.edit().previewProperty().get().orElseThrow();
        model.mend(broken, "@next_steps");
        assertThat(model.edit().textProperty().get())
                .isEqualTo("bad(X) when not contains(X, @next_steps)");
        assertThat(model.canSave().get()).isTrue();
    }

    @Test
    void savingAnEditChangesTheRule() {
        model.edit().textProperty().set("bad(X) when contains(X, @promise)");
        model.save();
        assertThat(rules.list().getFirst().text()).isEqualTo("bad(X) when contains(X, @promise)");
        assertThat(told.saves()).isEqualTo(1);
    }

    @Test
    void aNewRuleIsAddedAndOpened() {
        int before = rules.list().size();
        model.startNew();
        model.edit().textProperty().set("good(X) when greets(X)");
        model.save();
        assertThat(rules.list()).hasSize(before + 1);
        assertThat(model.currentProperty().get().orElseThrow().text())
                .isEqualTo("good(X) when greets(X)");
    }

    @Test
    void pauseAndActivateAreOneSwitch() {
        model.toggle();
        assertThat(model.currentProperty().get().orElseThrow().state()).isEqualTo(RuleState.PAUSED);
        model.toggle();
        assertThat(model.currentProperty().get().orElseThrow().state()).isEqualTo(RuleState.ACTIVE);
    }

    @Test
    void theFilterLooksAtNameWordsAndText() {
        model.filterProperty().set("jargon");
        assertThat(model.rows())
                .extracting(RuleRow::name)
                .containsExactly("Jargon left unexplained");
    }

    @Test
    void rulesStandThereBeforeTheirFiguresAreCounted() {
        RulesViewModel fresh =
                new RulesViewModel(
                        rules, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));
        List<Integer> correct = new ArrayList<>();
        fresh.all()
                .addListener(
                        (InvalidationListener)
                                rows -> correct.add(fresh.all().getFirst().figures().correct()));
        fresh.load();
        fresh.load();
        assertThat(correct).containsExactly(0, 27, 27, 27);
        assertThat(fresh.currentProperty().get().orElseThrow().figures().correct()).isEqualTo(27);
    }

    @Test
    void onlyRulesOfOneStateCanBeShown() {
        model.showOnly(Optional.of(RuleState.PAUSED));
        assertThat(model.rows())
                .extracting(RuleRow::name)
                .containsExactly("Says definitely covered");
        model.showOnly(Optional.empty());
        assertThat(model.rows()).hasSize(8);
    }

    @Test
    void anUnsavedTextOutlivesAnotherLookAtTheList() {
        model.edit().textProperty().set("bad(X) when contains(X, @promise)");
        model.load();
        assertThat(model.edit().textProperty().get())
                .isEqualTo("bad(X) when contains(X, @promise)");
        assertThat(model.canSave().get()).isTrue();
    }

    @Test
    void aRuleForSomePairsTellsOnHowManyItVotesBeforeAllAreCounted() {
        PairRef one = new PairRef(new UUID(1, 1), 0, 1);
        PairRef other = new PairRef(new UUID(1, 2), 0, 1);
        model.startNew(
                new RuleStart(
                        "Replies about hail", "bad(X) when words(X) > 9", List.of(one, other)));
        assertThat(model.startProperty().get().orElseThrow().title())
                .isEqualTo("Replies about hail");
        assertThat(model.edit().glanceProperty().get())
                .containsOnly(Map.entry(one, -1), Map.entry(other, -1));
        model.edit().textProperty().set("prefer lower words(X)");
        assertThat(model.edit().glanceProperty().get()).containsEntry(one, 0);
        model.startNew();
        assertThat(model.startProperty().get()).isEmpty();
    }

    @Test
    void everyKeystrokeLooksAtThePairsInSightFirst() {
        int before = rules.glances();
        model.edit().textProperty().set("bad(X) when contains(X, @promise)");
        assertThat(rules.glances()).isEqualTo(before + 1);
        assertThat(model.edit().glanceProperty().get())
                .containsKey(new PairRef(FakeDesk.id(0), 0, 1));
    }

    @Test
    void aMissingWordListIsReplaced() {
        model.startNew("bad(X) when contains(X, @next_stepz)");
        Preview.Counted counted =
                (Preview.Counted) model.edit().previewProperty().get().orElseThrow();
        Preview.Missing missing = counted.missing().getFirst();
        model.mend(missing, "next_steps");
        assertThat(model.edit().textProperty().get())
                .isEqualTo("bad(X) when contains(X, @next_steps)");
    }

    @Test
    void aRuleAskedForBeforeTheListCameIsOpened() {
        RulesViewModel fresh =
                new RulesViewModel(
                        rules, "Maria", new DirectTaskRunner(), told, new Messages(Locale.ENGLISH));
        fresh.select(rules.list().get(2).id());
        fresh.load();
        assertThat(fresh.currentProperty().get().orElseThrow().name())
                .isEqualTo("List asked, none given");
    }
}
