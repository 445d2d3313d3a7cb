package dev.whetstone.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.desktop.fake.Claims;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.desktop.fake.FakeExplaining;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// "It promises the claim is covered" has two meanings; the third comparison, whose replies stand
/// the other way round, decides between them.
class QuestionViewModelTest {
    private static final String TWO_MEANINGS = "It promises the claim is covered.";
    private static final String FIRST = "bad(X) when near(X, @promise, @coverage, 8)";
    private static final String SECOND = "bad(X) when contains(X, \"covered\")";

    private final FakeDesk desk = new FakeDesk(Claims.cases());
    private final FakeExplaining explaining = new FakeExplaining();
    private final Told told = new Told();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final WhyViewModel why =
            new WhyViewModel(
                    explaining, new FakeRules(), "Maria", new DirectTaskRunner(), told, messages);
    private final CompareViewModel model =
            new CompareViewModel(desk, why, explaining, new DirectTaskRunner(), told, messages);
    private final QuestionViewModel question = model.question();

    @BeforeEach
    void load() {
        model.load();
    }

    private void explain(String sentence) {
        model.prefer(1);
        why.textProperty().set(sentence);
        model.save();
    }

    private int number() {
        return model.showingProperty().get().orElseThrow().number();
    }

    @Test
    void aSavedSentenceWithTwoMeaningsIsAskedAbout() {
        explain(TWO_MEANINGS);
        assertThat(question.open().get()).isTrue();
        assertThat(desk.calls()).containsExactly("save 0");
        assertThat(explaining.accepted()).isEmpty();
        assertThat(number()).isEqualTo(1);
    }

    @Test
    void aSentenceWithOneMeaningGoesOn() {
        explain("gives no next steps");
        assertThat(question.open().get()).isFalse();
        assertThat(number()).isEqualTo(2);
    }

    @Test
    void aMeaningThatWasAcceptedIsNotAskedAbout() {
        model.prefer(1);
        why.textProperty().set(TWO_MEANINGS);
        why.accept();
        model.save();
        assertThat(question.open().get()).isFalse();
        assertThat(explaining.accepted()).containsExactly(FIRST);
    }

    @Test
    void theAnswerIsSavedMakesItsMeaningARuleAndGoesOn() {
        explain(TWO_MEANINGS);
        question.prefer(1);
        assertThat(desk.verdict(2).orElseThrow().ranking()).isEqualTo(Ranking.prefer(0, 1));
        assertThat(explaining.accepted()).containsExactly(FIRST);
        assertThat(question.open().get()).isFalse();
        assertThat(number()).isEqualTo(2);
        assertThat(told.saves()).isEqualTo(2);
    }

    @Test
    void equallyGoodTakesTheMeaningThatDoesNotVoteHere() {
        explain(TWO_MEANINGS);
        question.tie();
        assertThat(desk.verdict(2).orElseThrow().ranking().hasTie()).isTrue();
        assertThat(explaining.accepted()).containsExactly(SECOND);
    }

    @Test
    void theSidesAreThoseOfTheShownComparison() {
        explain(TWO_MEANINGS);
        var asked = question.askedProperty().get().orElseThrow();
        assertThat(QuestionViewModel.reply(asked, 0)).isEqualTo(1);
        assertThat(QuestionViewModel.reply(asked, 1)).isZero();
        assertThat(QuestionViewModel.meaning(asked, 1)).isEqualTo(1);
        assertThat(QuestionViewModel.meaning(asked, -1)).isEqualTo(2);
    }

    @Test
    void aDirectPickMakesARuleAndNoChoice() {
        explain(TWO_MEANINGS);
        question.pick(1);
        assertThat(explaining.accepted()).containsExactly(SECOND);
        assertThat(desk.calls()).containsExactly("save 0");
        assertThat(number()).isEqualTo(2);
    }

    @Test
    void laterMakesNothingAndGoesOn() {
        explain(TWO_MEANINGS);
        question.later();
        assertThat(explaining.accepted()).isEmpty();
        assertThat(desk.calls()).containsExactly("save 0");
        assertThat(number()).isEqualTo(2);
    }

    @Test
    void undoAfterAnAnswerTakesItBackWithItsRule() {
        explain(TWO_MEANINGS);
        question.prefer(1);
        model.undo();
        assertThat(desk.verdict(2)).isEmpty();
        assertThat(explaining.asking().takenBack()).hasSize(1);
        assertThat(number()).isEqualTo(3);
    }

    @Test
    void undoAtTheQuestionComesBackToTheSentence() {
        explain(TWO_MEANINGS);
        model.undo();
        assertThat(question.open().get()).isFalse();
        assertThat(desk.verdict(0)).isEmpty();
        assertThat(why.textProperty().get()).isEqualTo(TWO_MEANINGS);
        assertThat(number()).isEqualTo(1);
    }

    @Test
    void whatWasMeantForTheNextComparisonWaitsUntilItIsThere() {
        explain(TWO_MEANINGS);
        model.tie();
        assertThat(model.verdictProperty().get().isTie()).isFalse();
        question.later();
        assertThat(number()).isEqualTo(2);
        assertThat(model.verdictProperty().get().isTie()).isTrue();
    }

    @Test
    void aSentenceThatWaitsIsAskedAboutAndThenGoesBack() {
        List<String> after = new ArrayList<>();
        Explanation waits = new Explanation(Box.WORSE, TWO_MEANINGS, List.of(), List.of());
        model.ask(FakeDesk.id(0), waits, () -> after.add("back"));
        assertThat(question.open().get()).isTrue();
        question.prefer(1);
        assertThat(explaining.accepted()).containsExactly(FIRST);
        assertThat(after).containsExactly("back");
        assertThat(number()).isEqualTo(1);
    }

    @Test
    void aWaitingSentenceWithoutAQuestionSaysSo() {
        List<String> after = new ArrayList<>();
        Explanation waits = new Explanation(Box.WORSE, "gives no next steps", List.of(), List.of());
        model.ask(FakeDesk.id(0), waits, () -> after.add("back"));
        assertThat(question.open().get()).isFalse();
        assertThat(after).containsExactly("back");
        assertThat(told.sentences()).hasSize(1);
    }
}
