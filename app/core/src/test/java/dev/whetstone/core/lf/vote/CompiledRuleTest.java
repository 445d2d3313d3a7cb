package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.text.FeatureCache;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledRuleTest {
    private static CompiledRule rule(String text) throws RuleSyntaxException {
        return new RuleCompiler(StarterConcepts.concepts()).compile(RuleParser.parse(text));
    }

    private static Satisfaction satisfaction(CompiledRule rule, String prompt, String response) {
        return rule.satisfaction(
                new TextFeatures(prompt), new TextFeatures(response), new TextFeatures(""));
    }

    @Test
    void aMissingSourceAbstainsAndSaysSo() throws RuleSyntaxException {
        CompiledRule rule = rule("bad(X) when novel(X, dosage, S) >= 1");
        assertThat(rule.explain(PairFeatures.of(PairText.of("?", "Take 5 mg.", "Take it."))))
                .isEqualTo(new CompiledRule.Vote(0, Set.of(Abstention.MISSING_SOURCE)));
    }

    @Test
    void whatIsSettledWithoutTheUnknownPartStillVotes() throws RuleSyntaxException {
        CompiledRule rule = rule("bad(X) when refuses(X) or longest_copy(X, S) >= 8");
        PairText pair = PairText.of("?", "I can't help with that.", "I must decline to answer.");
        assertThat(rule.explain(PairFeatures.of(pair)).reasons()).isEmpty();
        PairText half = PairText.of("?", "I can't help with that.", "Yes.");
        assertThat(rule.explain(PairFeatures.of(half)).reasons())
                .containsExactly(Abstention.MISSING_SOURCE);
    }

    @Test
    void aValueOfAPatternIsNovelWhateverStandsBeforeIt() throws RuleSyntaxException {
        CompiledRule rule = rule("bad(X) when novel(X, @claim_ref, P) >= 1");
        String prompt = "My claim number is HC-4821.";
        assertThat(satisfaction(rule, prompt, "About claim HC-4821: we will write."))
                .isEqualTo(Satisfaction.MET);
        assertThat(satisfaction(rule, prompt, "About claim HC-4812: we will write."))
                .isEqualTo(Satisfaction.VIOLATED);
    }

    @Test
    void anUnsetSlotAbstains() throws RuleSyntaxException {
        CompiledRule rule =
                new RuleCompiler(Concepts.NONE)
                        .compile(RuleParser.parse("prefer lower words(X) by ?m"), SlotValues.NONE);
        assertThat(rule.explain(PairFeatures.of(PairText.of("?", "a", "a b c"))))
                .isEqualTo(new CompiledRule.Vote(0, Set.of(Abstention.UNSET_SLOT)));
    }

    @Test
    void aPercentageMarginIsOfTheLarger() throws RuleSyntaxException {
        CompiledRule rule = rule("prefer lower words(X) by 50%");
        assertThat(rule.vote(PairText.of("?", "a b", "a b c d"))).isEqualTo(1);
        assertThat(rule.vote(PairText.of("?", "a b c", "a b c d"))).isZero();
    }

    @Test
    void aGateOnTheResponseMustHoldForThePreferredOne() throws RuleSyntaxException {
        CompiledRule rule = rule("prefer higher words(X) when not refuses(X)");
        assertThat(rule.vote(PairText.of("?", "It is blue and round.", "Blue."))).isEqualTo(1);
        assertThat(rule.vote(PairText.of("?", "I can't help with that, sorry.", "Blue."))).isZero();
    }

    @Test
    void aSingleResponseMeetsOrViolatesARuleThatApplies() throws RuleSyntaxException {
        CompiledRule rule = rule("bad(X) when asks_for(P, bullets) and bullets(X) = 0");
        assertThat(satisfaction(rule, "Give me a bullet list.", "a and b"))
                .isEqualTo(Satisfaction.VIOLATED);
        assertThat(satisfaction(rule, "Give me a bullet list.", "- a\n- b"))
                .isEqualTo(Satisfaction.MET);
        assertThat(satisfaction(rule, "Hello", "a and b")).isEqualTo(Satisfaction.NOT_APPLICABLE);
        assertThat(satisfaction(rule("bad(X) when longest_copy(X, S) > 3"), "Hello", "a"))
                .isEqualTo(Satisfaction.UNKNOWN);
    }

    @Test
    void aCutOffMakesAPreferenceJudgeSingleResponses() throws RuleSyntaxException {
        RuleCompiler compiler = new RuleCompiler(Concepts.NONE);
        var shorter = RuleParser.parse("prefer lower words(X)");
        TextFeatures none = new TextFeatures("");
        TextFeatures three = new TextFeatures("one two three");
        assertThat(compiler.compile(shorter).judge(none, three, none)).isZero();
        SlotValues cutOff = SlotValues.NONE.with("cutoff", 2);
        assertThat(compiler.compile(shorter, cutOff).judge(none, three, none)).isEqualTo(-1);
    }

    @Test
    void theEngineVotesAsEachRuleDoesAlone() throws RuleSyntaxException {
        List<CompiledRule> rules =
                List.of(
                        rule("prefer lower words(X)"),
                        rule("bad(X) when contains(X, @apology)"),
                        rule("good(X) when longest_copy(X, S) >= 2"));
        List<PairText> pairs =
                IntStream.range(0, 700)
                        .mapToObj(
                                i ->
                                        new PairText(
                                                "prompt " + i % 7,
                                                "word ".repeat(i % 5)
                                                        + (i % 3 == 0 ? "sorry" : "."),
                                                "word ".repeat(i % 4),
                                                i % 2 == 0 ? "" : "word word"))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            VoteEngine engine = new VoteEngine(threads);
            VoteMatrix votes = engine.vote(pairs, rules);
            for (int row = 0; row < pairs.size(); row++) {
                for (int column = 0; column < rules.size(); column++) {
                    assertThat(votes.vote(row, column))
                            .isEqualTo(rules.get(column).vote(pairs.get(row)));
                }
            }
            assertThat(votes.abstentions(2, Abstention.MISSING_SOURCE)).isEqualTo(350);
            var prepared = engine.prepare(pairs, new FeatureCache(1_000_000));
            VoteMatrix again = engine.voteAgain(prepared, List.of(rule("prefer higher words(X)")));
            VoteMatrix changed = votes.with(0, again);
            assertThat(changed.count(0, 1)).isEqualTo(votes.count(0, -1));
            assertThat(changed.column(1)).isEqualTo(votes.column(1));
        }
    }
}
