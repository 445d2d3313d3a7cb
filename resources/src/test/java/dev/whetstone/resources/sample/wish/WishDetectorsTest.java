package dev.whetstone.resources.sample.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.resources.sample.ClaimsDesk;
import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.Dialogue;
import dev.whetstone.resources.sample.world.Reply;
import dev.whetstone.resources.sample.world.Trait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishDetectorsTest {
    private static final String UPSET =
            "Hello,\nI am furious. My claim reference is HC-4821. Give me the steps in bullet points.";
    private final WishDetectors wishes = new WishDetectors();

    @Test
    void aPlainMessageIsJudgedOnPromiseAndLengthOnly() {
        assertThat(wishes.judge("My roof is damaged.", "We will look at it.").met())
                .isEqualTo(Map.of(Wish.NO_COVERAGE_PROMISE, true, Wish.SHORT, true));
    }

    @Test
    void aReplyMayMeetEveryWish() {
        String reply =
                "We apologise for the delay with HC-4821.\n- Sign the form.\n- Send it back.";
        assertThat(wishes.judge(UPSET, reply).met()).hasSize(5).doesNotContainValue(false);
        assertThat(wishes.judge(UPSET, reply).satisfaction()).isEqualTo(1);
    }

    @Test
    void satisfactionIsTheShareOfApplicableWishes() {
        String reply = "The roof is covered. We are sorry about HC-4812.";
        WishVerdict verdict = wishes.judge(UPSET, reply);
        assertThat(verdict.meets(Wish.KIND_TO_UPSET)).isTrue();
        assertThat(verdict.meets(Wish.SHORT)).isTrue();
        assertThat(verdict.satisfaction()).isEqualTo(2 / 5.0);
    }

    @Test
    void aSecondReferenceBesideTheRightOneIsWrong() {
        assertThat(wishes.judge(UPSET, "It is HC-4821 or HC-4822.").meets(Wish.RIGHT_REFERENCE))
                .isFalse();
    }

    @Test
    void kindWordsDoNotMakeUpForBlame() {
        String reply = "We are sorry. You should have told us sooner.";
        assertThat(wishes.judge(UPSET, reply).meets(Wish.KIND_TO_UPSET)).isFalse();
    }

    @Test
    void fiftyWordsAreShortAndOneMoreIsNot() {
        String fifty = "word ".repeat(49) + "end.";
        assertThat(wishes.judge("Hello.", fifty).meets(Wish.SHORT)).isTrue();
        assertThat(wishes.judge("Hello.", "One " + fifty).meets(Wish.SHORT)).isFalse();
    }

    @Test
    void meanSatisfactionIsOverReplies() {
        assertThat(wishes.satisfaction("Hello.", List.of("This is covered.", "We will see.")))
                .isCloseTo(.75, within(1e-12));
    }

    /// The same definition from the grammar's true attributes instead of from the text.
    @Test
    void detectorsAgreeWithTheTrueAttributes() {
        List<Dialogue> texts = ClaimsDesk.load().corpus(77, 2000).toList();
        double agree =
                texts.stream()
                        .filter(
                                d ->
                                        wishes.judge(d.message().text(), d.reply().text())
                                                .met()
                                                .equals(truth(d)))
                        .count();
        assertThat(agree / texts.size()).isGreaterThan(.95);
    }

    @Test
    void theGrammarsRepliesMeetLessThanHalfOfTheWishes() {
        double mean =
                ClaimsDesk.load()
                        .corpus(78, 2000)
                        .mapToDouble(
                                d ->
                                        wishes.judge(d.message().text(), d.reply().text())
                                                .satisfaction())
                        .average()
                        .orElseThrow();
        assertThat(mean).isBetween(.42, .5);
    }

    private static Map<Wish, Boolean> truth(Dialogue dialogue) {
        Reply reply = dialogue.reply();
        Map<Wish, Boolean> met = new java.util.EnumMap<>(Wish.class);
        met.put(Wish.NO_COVERAGE_PROMISE, !reply.has(Attribute.COVERAGE_PROMISE));
        long markers = reply.text().lines().filter(l -> l.matches("(-|\u2022|\\d\\.) .*")).count();
        long words = reply.text().split("\\s+").length - markers;
        met.put(Wish.SHORT, words <= WishDetectors.SHORT_WORDS);
        if (dialogue.message().has(Trait.ASKS_FOR_LIST)) {
            met.put(Wish.LIST_WHEN_ASKED, reply.has(Attribute.STEPS_LIST));
        }
        if (dialogue.message().has(Trait.GIVES_REFERENCE)) {
            boolean right = reply.has(Attribute.REFERENCE) && !reply.has(Attribute.WRONG_REFERENCE);
            met.put(Wish.RIGHT_REFERENCE, right);
        }
        if (dialogue.message().has(Trait.UPSET)) {
            boolean warm = reply.has(Attribute.APOLOGY) || reply.has(Attribute.EMPATHY);
            boolean hostile = reply.has(Attribute.BLAME) || reply.has(Attribute.RUDE);
            met.put(Wish.KIND_TO_UPSET, warm && !hostile);
        }
        return met;
    }
}
