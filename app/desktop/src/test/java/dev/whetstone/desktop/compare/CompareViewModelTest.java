package dev.whetstone.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.fake.Claims;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.desktop.fake.FakeExplaining;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.Draft;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
    private final FakeDesk desk = new FakeDesk(Claims.cases());
    private final FakeExplaining explaining = new FakeExplaining();
    private final Told told = new Told();
    private final WhyViewModel why =
            new WhyViewModel(
                    explaining,
                    new FakeRules(),
                    "Maria",
                    new DirectTaskRunner(),
                    told,
                    new Messages(Locale.ENGLISH));
    private final CompareViewModel model =
            new CompareViewModel(
                    desk,
                    why,
                    explaining,
                    new DirectTaskRunner(),
                    told,
                    new Messages(Locale.ENGLISH));

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void aChoiceAndASaveAreACompleteJudgement() {
        model.prefer(1);
        model.save();
        Draft saved = desk.verdict(0).orElseThrow();
        assertThat(saved.ranking()).isEqualTo(Ranking.prefer(1, 0));
        assertThat(told.saves()).isEqualTo(1);
        assertThat(model.showingProperty().get().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aSideMeansTheResponseThatStandsThere() {
        model.open(FakeDesk.id(2));
        model.prefer(0);
        model.save();
        assertThat(desk.verdict(2).orElseThrow().ranking()).isEqualTo(Ranking.prefer(1, 0));
    }

    @Test
    void strengthPressedAgainIsTakenBack() {
        model.prefer(0);
        model.strength(Strength.CLEARLY);
        assertThat(model.draft().strength()).isEqualTo(Strength.CLEARLY);
        model.strength(Strength.CLEARLY);
        assertThat(model.draft().strength()).isEqualTo(Strength.UNSAID);
    }

    @Test
    void nothingIsSavedWithoutAChoice() {
        model.save();
        assertThat(desk.calls()).isEmpty();
        assertThat(told.sentences()).containsExactly("Choose first: which reply is better?");
    }

    @Test
    void bothBadIsAVerdictThatNothingCanBeSent() {
        model.bothBad();
        model.save();
        Draft saved = desk.verdict(0).orElseThrow();
        assertThat(saved.bothBad()).isTrue();
        assertThat(saved.acceptable()).isEqualTo(Acceptable.NO);
        assertThat(saved.ranking()).isEqualTo(Ranking.NONE);
    }

    @Test
    void everyChangeIsKeptAsADraft() {
        model.prefer(0);
        why.textProperty().set("gives no next steps");
        Draft draft = desk.draftOf(0).orElseThrow();
        assertThat(draft.ranking()).isEqualTo(Ranking.prefer(0, 1));
        assertThat(draft.explanation().text()).isEqualTo("gives no next steps");
    }

    @Test
    void undoComesBackToTheComparisonWithItsChoice() {
        model.prefer(1);
        model.save();
        model.undo();
        assertThat(model.showingProperty().get().orElseThrow().number()).isEqualTo(1);
        assertThat(model.verdictProperty().get().winner()).isEqualTo(1);
        assertThat(desk.verdict(0)).isEmpty();
    }

    @Test
    void undoWithNothingToTakeBackSaysSo() {
        model.undo();
        assertThat(told.sentences()).containsExactly("Nothing to take back.");
    }

    @Test
    void digitsPlaceTheFocusedResponseAndMoveOn() {
        model.open(FakeDesk.id(1));
        model.moveFocus(2);
        model.place(1);
        assertThat(model.focusedProperty().get()).isEqualTo(3);
        model.place(2);
        assertThat(model.focusedProperty().get()).isZero();
        model.place(2);
        model.save();
        assertThat(desk.verdict(1).orElseThrow().ranking().tiers())
                .containsExactly(List.of(2), List.of(0, 3));
    }

    @Test
    void theFocusGoesAroundTheEnds() {
        model.open(FakeDesk.id(1));
        model.moveFocus(-1);
        assertThat(model.focusedProperty().get()).isEqualTo(3);
    }

    @Test
    void aPlaceBeyondTheResponsesIsNoPlace() {
        model.open(FakeDesk.id(1));
        model.place(5);
        assertThat(model.verdictProperty().get().slots()).containsOnly(0);
    }

    @Test
    void skipAndFlagGoOn() {
        model.skip();
        model.flag("");
        assertThat(desk.calls()).containsExactly("skip 0", "flag 1");
        assertThat(model.showingProperty().get().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void theEndIsAnEmptyDesk() {
        model.skip();
        model.skip();
        model.skip();
        assertThat(model.hasShowing().get()).isFalse();
        model.back();
        assertThat(model.hasShowing().get()).isTrue();
    }
}
