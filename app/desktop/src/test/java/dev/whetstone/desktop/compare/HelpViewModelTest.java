package dev.whetstone.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.desktop.fake.Claims;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.desktop.fake.FakeExplaining;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.judge.Showing;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpViewModelTest {
    private static final String NO_RULE = "it's wrong";

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
    private final HelpViewModel help = why.help();
    private final Showing showing = new FakeDesk(Claims.cases()).current().orElseThrow();

    @BeforeEach
    void load() {
        why.load(showing);
    }

    private void mark(String words) {
        int start = showing.responses().get(0).text().indexOf(words);
        why.addEvidence(0, start, start + words.length());
    }

    @Test
    void isOfferedWhenASentenceIsNoRule() {
        why.textProperty().set(NO_RULE);
        assertThat(help.questionProperty().get()).isPresent();
        assertThat(told.failures()).isEmpty();
    }

    @Test
    void isNotOfferedBesideARule() {
        why.textProperty().set("gives no next steps");
        assertThat(help.questionProperty().get()).isEmpty();
    }

    @Test
    void keepingTheSentenceAsANoteEndsTheQuestion() {
        why.textProperty().set(NO_RULE);
        help.keep();
        assertThat(why.chips()).isEmpty();
        assertThat(help.questionProperty().get()).isEmpty();
        assertThat(why.explanation().text()).isEqualTo(NO_RULE);
        assertThat(explaining.accepted()).isEmpty();
    }

    @Test
    void markedAndTypedWordsBecomeAListAndARuleToAccept() {
        why.textProperty().set(NO_RULE);
        mark("**fully covered**");
        help.openWords();
        assertThat(help.marked()).containsExactly("fully covered");
        help.listProperty().set("promises");
        help.typedProperty().set("for sure, , guaranteed");
        help.take();
        assertThat(explaining.clarifying().grown())
                .containsExactly("promises: fully covered, for sure, guaranteed by Maria");
        assertThat(help.formProperty().get()).isEqualTo(HelpViewModel.Form.NONE);
        assertThat(why.openRule().orElseThrow().candidate().rule())
                .isEqualTo("bad(X) when contains(X, @promises)");
        assertThat(explaining.accepted()).isEmpty();
        why.accept();
        assertThat(explaining.accepted()).containsExactly("bad(X) when contains(X, @promises)");
    }

    @Test
    void aFormWithoutANameStaysOpenAndIsToldWhy() {
        why.textProperty().set(NO_RULE);
        help.openWords();
        help.take();
        assertThat(help.formProperty().get()).isEqualTo(HelpViewModel.Form.WORDS);
        assertThat(told.failures()).hasSize(1);
    }

    @Test
    void aFactBecomesARuleToAccept() {
        why.textProperty().set(NO_RULE);
        help.openFact();
        help.topicProperty().set("excess");
        help.rightProperty().set("150");
        help.take();
        assertThat(why.openRule().orElseThrow().candidate().rule())
                .isEqualTo("good(X) when near(X, \"excess\", \"150\", 12)");
    }

    @Test
    void markedWordsAreWhatTheReplySaidWrong() {
        mark("HC-48213");
        help.openFact();
        assertThat(help.wrongProperty().get()).isEqualTo("HC-48213");
    }

    @Test
    void repliesLikeThisOneAreOfferedAsRules() {
        why.textProperty().set(NO_RULE);
        help.similar();
        assertThat(why.openRule().orElseThrow().candidate().rule())
                .isEqualTo("bad(X) when contains(X, \"rest assured\")");
    }

    @Test
    void nothingSimilarSaysSoAndTheQuestionStays() {
        why.textProperty().set(NO_RULE);
        explaining.clarifying().findNothingSimilar();
        help.similar();
        assertThat(told.sentences()).hasSize(1);
        assertThat(help.questionProperty().get()).isPresent();
    }

    @Test
    void whatWasOfferedStaysWhileTheSentenceIsWrittenOn() {
        why.textProperty().set(NO_RULE);
        help.similar();
        why.textProperty().set(NO_RULE + ", really");
        assertThat(why.chips()).hasSize(1);
        why.load(showing);
        assertThat(why.chips()).isEmpty();
    }

    @Test
    void anotherSentenceHasOffersOfItsOwn() {
        why.textProperty().set(NO_RULE);
        help.similar();
        why.textProperty().set("gives no next steps");
        assertThat(why.chips()).hasSize(1);
        assertThat(why.openRule().orElseThrow().candidate().rule()).contains("@next_steps");
    }

    @Test
    void wordsThatAreMarkedWhileTheListIsOpenBelongToIt() {
        mark("fully covered");
        help.openWords();
        help.marked().clear();
        mark("do not worry");
        assertThat(help.marked()).containsExactly("do not worry");
    }

    @Test
    void aConditionOnTheMessageIsOneMoreReading() {
        why.textProperty().set("gives no next steps");
        assertThat(why.gate().offeredProperty().get().orElseThrow().words())
                .isEqualTo("next steps");
        why.takeGate();
        assertThat(why.openRule().orElseThrow().readings()).hasSize(2);
        assertThat(why.openRule().orElseThrow().candidate().rule()).contains("mentions(P,");
        assertThat(why.gate().offeredProperty().get()).isEmpty();
        assertThat(explaining.accepted()).isEmpty();
        why.nextReading();
        assertThat(why.openRule().orElseThrow().candidate().rule()).doesNotContain("(P,");
    }
}
