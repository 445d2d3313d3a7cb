package dev.whetstone.resources.sample.wish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.resources.sample.ClaimsDesk;
import dev.whetstone.resources.sample.world.Attribute;
import dev.whetstone.resources.sample.world.Dialogue;
import dev.whetstone.resources.sample.world.Trait;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Against the true attributes of the grammar's texts, and on sentences that the grammar cannot
/// make.
class AttributeDetectorsTest {
    private static final AttributeDetectors DETECTORS = new AttributeDetectors();
    private static final List<Dialogue> TEXTS = ClaimsDesk.load().corpus(2026, 2000).toList();

    private static void assertFinds(Predicate<Dialogue> truth, Predicate<Dialogue> detector) {
        double hits = TEXTS.stream().filter(d -> truth.test(d) && detector.test(d)).count();
        double found = TEXTS.stream().filter(detector).count();
        double there = TEXTS.stream().filter(truth).count();
        assertThat(hits / found).as("precision").isGreaterThan(.95);
        assertThat(hits / there).as("recall").isGreaterThan(.95);
    }

    @ParameterizedTest
    @EnumSource(Attribute.class)
    void attributesOfReplies(Attribute attribute) {
        assertFinds(
                d -> d.reply().has(attribute),
                d -> DETECTORS.detect(d.message().text(), d.reply().text()).contains(attribute));
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void traitsOfMessages(Trait trait) {
        assertFinds(
                d -> d.message().has(trait),
                d -> DETECTORS.read(d.message().text()).traits().contains(trait));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    coveragePromise   | All the damage in your house is covered by us.
                    coveragePromise   | Your household policy covers the carpet.
                    paymentGuarantee  | You will definitely be paid by Friday.
                    hedging           | This could be a matter for the office.
                    deadline          | Send it back no later than 12 days from now.
                    nextSteps         | As the next step, our office will ring you.
                    asksDocument      | Kindly send us the police report.
                    asksCredentials   | Please type in your PIN here.
                    hotline           | Call 0800 555 0199 at any time.
                    newAmount         | You owe us £33.
                    advice            | Just hire a lawyer.
                    blame             | Sadly this was your own mistake.
                    rude              | Stop writing these letters.
                    apology           | Sorry about that.
                    empathy           | I know this is a difficult time.
                    unfinished        | We will see if the
                    capitals          | We will NEVER forget it.
                    """)
    void sentencesThatTheGrammarCannotMake(String attribute, String sentence) {
        assertThat(DETECTORS.detect("My roof is damaged.", sentence))
                .contains(Attribute.fromWireName(attribute));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    coveragePromise  | We cannot tell you yet whether the roof is covered.
                    coveragePromise  | The roof is not covered.
                    coveragePromise  | The roof might be covered.
                    capitals         | Please send no PIN about HC-4821.
                    newAmount        | You wrote that it costs £450.
                    hedging          | Could you send us the bill?
                    deadline         | The 14 photos are here.
                    unfinished       | We will write to you.
                    """)
    void sentencesThatOnlyLookAlike(String attribute, String sentence) {
        assertThat(DETECTORS.detect("My roof is damaged, it costs £450.", sentence))
                .doesNotContain(Attribute.fromWireName(attribute));
    }
}
