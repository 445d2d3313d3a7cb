package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.FixedDetectors;
import dev.whetstone.core.lf.RandomRules;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.SlotValues;
import dev.whetstone.core.lf.concept.StarterConcepts;
import dev.whetstone.core.lf.syntax.NormalForm;
import dev.whetstone.core.lf.syntax.RulePrinter;
import dev.whetstone.core.text.TextFeatures;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VoteLawsTest {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "I am sorry, this is not covered. Please call us at 555-123-4567.",
                    "- one\n- two\n\n1. first\n2. second\n\n> quoted words of another\n",
                    "However, you MUST pay $25 within 30 days! VAT is 19 %. See § 5 and [1].",
                    "Hola, ¿cómo puedo recuperar el dinero de mi pedido? Gracias por su ayuda.",
                    "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\nAs an AI",
                    "My name is Maria Lopez. Could you give me a bullet list of claims?",
                    "{\"a\": 1}");

    private static final List<TextFeatures> FEATURES =
            TEXTS.stream().map(TextFeatures::new).toList();

    private static PairFeatures pair(Random random) {
        return new PairFeatures(
                FEATURES.get(random.nextInt(TEXTS.size())),
                FEATURES.get(random.nextInt(TEXTS.size())),
                FEATURES.get(random.nextInt(TEXTS.size())),
                FEATURES.get(random.nextInt(3)));
    }

    private static PairFeatures swapped(PairFeatures pair) {
        return new PairFeatures(pair.prompt(), pair.second(), pair.first(), pair.source());
    }

    @Test
    void exchangingTheResponsesChangesTheSignOfEveryVote() {
        RandomRules rules = new RandomRules(42);
        RuleCompiler compiler = new RuleCompiler(StarterConcepts.concepts(), new FixedDetectors());
        Random random = new Random(42);
        int votes = 0;
        for (int i = 0; i < 2_000; i++) {
            Rule rule = rules.next();
            CompiledRule compiled = compiler.compile(rule);
            for (int k = 0; k < 4; k++) {
                PairFeatures pair = pair(random);
                CompiledRule.Vote vote = compiled.explain(pair);
                CompiledRule.Vote swapped = compiled.explain(swapped(pair));
                assertThat(swapped.value()).as(RulePrinter.print(rule)).isEqualTo(-vote.value());
                votes += Math.abs(vote.value());
            }
        }
        assertThat(votes).isGreaterThan(400);
    }

    @Test
    void theNormalFormVotesAsTheRuleDoes() {
        votesAsTheRuleDoes(43, NormalForm::of);
    }

    @Test
    void theFormOfVotesVotesAsTheRuleDoes() {
        votesAsTheRuleDoes(44, NormalForm::ofVotes);
    }

    private static void votesAsTheRuleDoes(long seed, UnaryOperator<Rule> form) {
        RandomRules rules = new RandomRules(seed);
        RuleCompiler compiler = new RuleCompiler(StarterConcepts.concepts(), new FixedDetectors());
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            Rule rule = rules.next();
            // thresholds that are slots start from what they are compared with, in both forms
            CompiledRule own = compiler.compile(rule, SLOTS);
            CompiledRule normal = compiler.compile(form.apply(rule), SLOTS);
            for (int k = 0; k < 3; k++) {
                PairFeatures pair = pair(random);
                assertThat(normal.explain(pair).value())
                        .as(RulePrinter.print(rule))
                        .isEqualTo(own.explain(pair).value());
            }
        }
    }

    /// One value for all names, because the normal form renames slots.
    private static final SlotValues SLOTS =
            new SlotValues(Map.of("t", 1.0, "n", 1.0, "m", 1.0, "s1", 1.0, "s2", 1.0, "s3", 1.0));
}
