package dev.whetstone.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Acceptable;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.judgement.Strength;
import dev.whetstone.desktop.action.ScreenId;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.services.judge.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareKeysTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new TestWindow(folder, 990, 800);
        window.show(ScreenId.COMPARE);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void twoKeystrokesAreACompletePairwiseJudgement() {
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(0).orElseThrow().ranking())
                .isEqualTo(Ranking.prefer(1, 0));
    }

    @Test
    void strengthAndGoodEnoughHaveTheirKeys() {
        window.press(KeyCode.F);
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.W);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        Draft saved = window.workbench().desk().verdict(0).orElseThrow();
        assertThat(saved.strength()).isEqualTo(Strength.CLEARLY);
        assertThat(saved.acceptable()).isEqualTo(Acceptable.YES);
    }

    @Test
    void undoTakesTheLastChoiceBack() {
        window.press(KeyCode.F);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.Z);
        assertThat(window.workbench().desk().verdict(0)).isEmpty();
        assertThat(window.workbench().desk().calls()).containsExactly("save 0", "undo");
    }

    @Test
    void aReasonBecomesChipsThatKeysAccept() {
        window.press(KeyCode.J);
        window.press(KeyCode.E);
        window.write("gives no next steps");
        assertThat(window.all(".rule-chip")).hasSize(1);
        assertThat(window.workbench().desk().draftOf(0).orElseThrow().explanation().text())
                .isEqualTo("gives no next steps");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.A);
        assertThat(window.workbench().explaining().accepted())
                .containsExactly("bad(X) when not contains(X, @next_steps)");
    }

    @Test
    void tieAndBothBadHaveTheirKeys() {
        window.press(KeyCode.T);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(0).orElseThrow().ranking())
                .isEqualTo(Ranking.tie(0, 1));
        window.press(KeyCode.Z);
        window.press(KeyCode.B);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(0).orElseThrow().bothBad()).isTrue();
    }

    @Test
    void aPartialRankingIsFine() {
        window.press(KeyCode.S);
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(1).orElseThrow().ranking().tiers())
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void arrowsGoBackAndForthAndTheDraftStays() {
        window.press(KeyCode.F);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.workbench().desk().draftOf(0).orElseThrow().ranking())
                .isEqualTo(Ranking.prefer(0, 1));
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(0)).isPresent();
    }

    @Test
    void aSavedJudgementNamesItselfToTheRulesAcceptedMeanwhile() {
        window.press(KeyCode.J);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().explaining().judged()).containsExactly(FakeDesk.id(0));
    }

    @Test
    void theGuidelinesOpenByAKeyAndAreWritten() {
        assertThat(window.scene().getRoot().lookup(".guidelines").isVisible()).isFalse();
        window.press(KeyCode.G);
        assertThat(window.scene().getRoot().lookup(".guidelines").isVisible()).isTrue();
        window.click("#guidelines-edit");
        window.onScreen(
                () ->
                        ((TextArea) window.scene().getRoot().lookup("#guidelines-text"))
                                .setText("Never promise cover."));
        window.click("#guidelines-save");
        assertThat(window.workbench().guidelines()).isEqualTo("Never promise cover.");
    }

    private void explain(String sentence) {
        window.press(KeyCode.J);
        window.press(KeyCode.E);
        window.write(sentence);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    @Test
    void theQuestionIsAnsweredByAKey() {
        explain("It promises the claim is covered.");
        assertThat(window.all(".question-page")).hasSize(1);
        assertThat(window.all(".desk")).isEmpty();
        window.press(KeyCode.J);
        assertThat(window.workbench().desk().verdict(2).orElseThrow().ranking())
                .isEqualTo(Ranking.prefer(0, 1));
        assertThat(window.workbench().explaining().accepted())
                .containsExactly("bad(X) when near(X, @promise, @coverage, 8)");
        assertThat(window.all(".question-page")).isEmpty();
        window.press(KeyCode.DIGIT1);
        assertThat(window.workbench().explaining().accepted()).hasSize(1);
    }

    @Test
    void aMeaningIsPickedByItsNumber() {
        explain("It promises the claim is covered.");
        window.press(KeyCode.DIGIT2);
        assertThat(window.workbench().explaining().accepted())
                .containsExactly("bad(X) when contains(X, \"covered\")");
        assertThat(window.workbench().desk().calls()).containsExactly("save 0");
    }

    @Test
    void escPutsTheQuestionOff() {
        explain("It promises the claim is covered.");
        window.press(KeyCode.ESCAPE);
        assertThat(window.all(".question-page")).isEmpty();
        assertThat(window.workbench().explaining().accepted()).isEmpty();
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(1)).isEmpty();
    }

    @Test
    void undoAfterAnAnswerTakesItBack() {
        explain("It promises the claim is covered.");
        window.press(KeyCode.F);
        window.press(KeyCode.Z);
        assertThat(window.workbench().desk().verdict(2)).isEmpty();
        assertThat(window.workbench().explaining().asking().takenBack()).hasSize(1);
    }

    @Test
    void aSentenceThatIsNoRuleIsHelpedByKeys() {
        window.press(KeyCode.J);
        window.press(KeyCode.E);
        window.write("it's wrong");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.L);
        window.write("guaranteed");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.write("promises");
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().explaining().clarifying().grown())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("promises: guaranteed by ");
        assertThat(window.workbench().explaining().accepted()).isEmpty();
        window.press(KeyCode.A);
        assertThat(window.workbench().explaining().accepted())
                .containsExactly("bad(X) when contains(X, @promises)");
    }

    @Test
    void aNoteIsKeptByAKey() {
        window.press(KeyCode.J);
        window.press(KeyCode.E);
        window.write("it's wrong");
        window.press(KeyCode.ESCAPE);
        assertThat(window.all(".question-chip")).hasSize(1);
        window.press(KeyCode.N);
        assertThat(window.all(".question-chip")).isEmpty();
    }

    @Test
    void theConditionOnTheMessageHasItsKey() {
        window.press(KeyCode.J);
        window.press(KeyCode.E);
        window.write("gives no next steps");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.O);
        window.press(KeyCode.A);
        assertThat(window.workbench().explaining().accepted())
                .containsExactly(
                        "bad(X) when mentions(P, @next_steps) and not contains(X, @next_steps)");
    }

    @Test
    void lettersInTheReasonAreLetters() {
        window.press(KeyCode.E);
        window.write("fjtb");
        assertThat(window.workbench().desk().draftOf(0).orElseThrow().ranking())
                .isEqualTo(Ranking.NONE);
    }

    @Test
    void digitsRankMoreThanTwo() {
        window.press(KeyCode.S);
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().verdict(1).orElseThrow().ranking().tiers())
                .containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void thePaletteFindsAndDoesAnAction() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write("left reply is");
        window.press(KeyCode.ENTER);
        assertThat(window.workbench().desk().draftOf(0).orElseThrow().ranking())
                .isEqualTo(Ranking.prefer(0, 1));
    }
}
