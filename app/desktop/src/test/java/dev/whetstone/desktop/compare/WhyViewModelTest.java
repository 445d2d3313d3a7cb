package dev.whetstone.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.desktop.fake.Claims;
import dev.whetstone.desktop.fake.FakeDesk;
import dev.whetstone.desktop.fake.FakeExplaining;
import dev.whetstone.desktop.fake.FakeRules;
import dev.whetstone.desktop.fake.Told;
import dev.whetstone.desktop.task.DirectTaskRunner;
import dev.whetstone.desktop.text.Messages;
import dev.whetstone.services.rules.Preview;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyViewModelTest {
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

    @BeforeEach
    void load() {
        why.load(new FakeDesk(Claims.cases()).current().orElseThrow());
    }

    @Test
    void oneChipForEachPartOfTheSentence() {
        why.textProperty().set("It promises the claim is covered and gives no next steps.");
        assertThat(why.chips()).hasSize(2);
        assertThat(why.openRule().orElseThrow().readings()).hasSize(2);
    }

    @Test
    void anAcceptedChipIsActiveAndTheNextIsSelected() {
        why.textProperty().set("It promises the claim is covered and gives no next steps.");
        why.accept();
        assertThat(explaining.accepted())
                .containsExactly("bad(X) when near(X, @promise, @coverage, 8)");
        assertThat(((Chip.Rule) why.chips().getFirst()).state()).isEqualTo(Chip.State.ACCEPTED);
        assertThat(why.selectedProperty().get()).isEqualTo(1);
        assertThat(told.saves()).isEqualTo(1);
    }

    @Test
    void typingOnKeepsWhatWasDecided() {
        why.textProperty().set("gives no next steps");
        why.ignore();
        why.textProperty().set("gives no next steps at all");
        assertThat(((Chip.Rule) why.chips().getFirst()).state()).isEqualTo(Chip.State.IGNORED);
        assertThat(explaining.ignored()).hasSize(1);
    }

    @Test
    void anotherReadingTakesTheFirstOnesPlace() {
        why.textProperty().set("It promises the claim is covered.");
        why.nextReading();
        assertThat(why.openRule().orElseThrow().candidate().rule())
                .isEqualTo("bad(X) when contains(X, \"covered\")");
        why.accept();
        assertThat(explaining.accepted()).containsExactly("bad(X) when contains(X, \"covered\")");
    }

    @Test
    void anAnswerSettlesTheQuestion() {
        why.textProperty().set("Reads like a PL4.");
        Chip.Ask ask = (Chip.Ask) why.chips().getFirst();
        why.answer(ask.question(), "Only a remark");
        assertThat(why.chips()).isEmpty();
    }

    @Test
    void anEditedRuleIsAcceptedAsItWasEdited() {
        why.textProperty().set("gives no next steps");
        why.startEdit();
        why.edit().textProperty().set("bad(X) when not contains(X, @contact)");
        why.acceptEdit();
        assertThat(explaining.accepted()).containsExactly("bad(X) when not contains(X, @contact)");
        assertThat(why.editingProperty().get()).isFalse();
    }

    @Test
    void aBrokenEditIsNotAccepted() {
        why.textProperty().set("gives no next steps");
        why.startEdit();
        why.edit().textProperty().set("not a rule");
        why.acceptEdit();
        assertThat(explaining.accepted()).isEmpty();
        assertThat(why.edit().previewProperty().get().orElseThrow())
                .isInstanceOf(Preview.Broken.class);
    }

    @Test
    void touchingEvidenceBecomesOne() {
        why.addEvidence(0, 10, 20);
        why.addEvidence(0, 18, 30);
        why.addEvidence(1, 18, 30);
        assertThat(why.evidence())
                .containsExactly(new EvidenceSpan(0, 10, 30), new EvidenceSpan(1, 18, 30));
        why.clearEvidence(0);
        assertThat(why.evidence()).containsExactly(new EvidenceSpan(1, 18, 30));
    }

    @Test
    void tagsAreKeptInTheirOrder() {
        why.toggleTag("tone");
        why.toggleTag("missing");
        assertThat(why.explanation().tags()).containsExactly("missing", "tone");
        why.toggleTag("tone");
        assertThat(why.explanation().tags()).containsExactly("missing");
    }

    @Test
    void theBoxGivesTheSentenceItsSide() {
        why.textProperty().set("kind");
        why.boxProperty().set(Box.BETTER);
        assertThat(why.explanation().box()).isEqualTo(Box.BETTER);
    }
}
