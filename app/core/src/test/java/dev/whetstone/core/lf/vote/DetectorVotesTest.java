package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.detect.Detectors;
import dev.whetstone.core.detect.TextScores;
import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.text.TextFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorVotesTest {
    private static final TextFeatures NONE = new TextFeatures("");

    /// One detector, `polite`, of which the test says what it has read.
    private static final class Polite implements Detectors, TextScores {
        private final Map<String, Double> scores = new HashMap<>();
        private String fingerprint = "1";

        @Override
        public Optional<TextScores> named(String name) {
            return name.equals("polite") ? Optional.of(this) : Optional.empty();
        }

        @Override
        public String fingerprint() {
            return fingerprint;
        }

        @Override
        public double score(TextFeatures text) {
            return scores.getOrDefault(text.text(), Double.NaN);
        }

        Polite read(String text, double score) {
            scores.put(text, score);
            return this;
        }
    }

    private static CompiledRule rule(String text, Detectors detectors) throws Exception {
        return new RuleCompiler(Concepts.NONE, detectors).compile(RuleParser.parse(text));
    }

    private static CompiledRule.Vote vote(CompiledRule rule, String a, String b) {
        return rule.explain(PairFeatures.of(PairText.of("p", a, b)));
    }

    @Test
    void votesForTheResponseThatTheDetectorFinds() throws Exception {
        Polite detectors = new Polite().read("kind", .5).read("curt", .49);
        CompiledRule good = rule("good(X) when detects(X, #polite)", detectors);
        assertThat(vote(good, "kind", "curt").value()).isEqualTo(1);
        assertThat(vote(good, "curt", "kind").value()).isEqualTo(-1);
        assertThat(vote(good, "kind", "kind").value()).isZero();
        assertThat(vote(good, "kind", "kind").reasons()).isEmpty();
    }

    @Test
    void comparesScoresByTheirMargin() throws Exception {
        Polite detectors = new Polite().read("kind", .9).read("plain", .75).read("curt", .2);
        CompiledRule rule = rule("prefer higher score(X, #polite) by 0.2", detectors);
        assertThat(vote(rule, "plain", "curt").value()).isEqualTo(1);
        assertThat(vote(rule, "plain", "kind").value()).isZero();
        assertThat(vote(rule, "curt", "kind").value()).isEqualTo(-1);
    }

    @Test
    void aTextThatWasNotReadIsWaitedForAndNotDenied() throws Exception {
        Polite detectors = new Polite().read("kind", .9);
        for (String text :
                List.of(
                        "good(X) when detects(X, #polite)",
                        "bad(X) when not detects(X, #polite)",
                        "prefer higher score(X, #polite)")) {
            CompiledRule.Vote vote = vote(rule(text, detectors), "kind", "curt");
            assertThat(vote.value()).as(text).isZero();
            assertThat(vote.reasons()).as(text).containsExactly(Abstention.WAITING_FOR_DETECTOR);
        }
    }

    @Test
    void aDetectorThatIsNotThereIsAReason() throws Exception {
        CompiledRule rule = rule("good(X) when detects(X, #rude)", new Polite());
        assertThat(vote(rule, "kind", "curt").reasons()).containsExactly(Abstention.NO_DETECTOR);
    }

    @Test
    void aSingleResponseThatWasNotReadIsUnknown() throws Exception {
        CompiledRule rule = rule("good(X) when detects(X, #polite)", new Polite().read("kind", .9));
        TextFeatures asked = new TextFeatures("p");
        assertThat(rule.satisfaction(asked, new TextFeatures("kind"), NONE))
                .isEqualTo(Satisfaction.MET);
        assertThat(rule.satisfaction(asked, new TextFeatures("curt"), NONE))
                .isEqualTo(Satisfaction.UNKNOWN);
        assertThat(rule.judge(asked, new TextFeatures("curt"), NONE)).isZero();
    }

    @Test
    void readsPartsOfATextAsTextsOfTheirOwn() throws Exception {
        Polite detectors =
                new Polite().read("Thank you.", .9).read("Never.", .1).read("Go away.", .2);
        CompiledRule rule = rule("good(X) when detects(first_sentence(X), #polite)", detectors);
        assertThat(vote(rule, "Thank you. Go away.", "Never. Go away.").value()).isEqualTo(1);
        CompiledRule some =
                rule("bad(X) when some(sentences_of(X), not detects(it, #polite))", detectors);
        assertThat(vote(some, "Thank you.", "Thank you. Go away.").value()).isEqualTo(1);
    }

    @Test
    void aTableFillsInWhatItWaitedForAndForgetsWhatAnOlderDetectorSaid() throws Exception {
        Polite detectors = new Polite();
        PairTable table =
                new PairTable(List.of(PairFeatures.of(PairText.of("p", "kind", "curt"))), 1 << 20);
        VoteEngine engine = new VoteEngine(Runnable::run);
        String text = "good(X) when detects(X, #polite)";
        VoteMatrix waiting = engine.vote(table, List.of(rule(text, detectors)), () -> false);
        assertThat(waiting.column(0)).containsExactly(0);
        assertThat(waiting.abstentions(0, Abstention.WAITING_FOR_DETECTOR)).isEqualTo(1);

        detectors.read("kind", .9).read("curt", .1);
        VoteMatrix read = engine.vote(table, List.of(rule(text, detectors)), () -> false);
        assertThat(read.column(0)).containsExactly(1);
        assertThat(read.abstentions(0, Abstention.WAITING_FOR_DETECTOR)).isZero();

        detectors.read("kind", .1).read("curt", .9);
        detectors.fingerprint = "2";
        VoteMatrix trained = engine.vote(table, List.of(rule(text, detectors)), () -> false);
        assertThat(trained.column(0)).containsExactly(-1);
    }

    @Test
    void aSlotIsComparedWithTheScore() throws Exception {
        Polite detectors = new Polite().read("kind", .9).read("plain", .6);
        CompiledRule rule =
                new RuleCompiler(Concepts.NONE, detectors)
                        .compile(
                                RuleParser.parse("good(X) when score(X, #polite) >= ?t"),
                                new SlotValues(Map.of("t", .8)));
        assertThat(vote(rule, "kind", "plain").value()).isEqualTo(1);
    }
}
