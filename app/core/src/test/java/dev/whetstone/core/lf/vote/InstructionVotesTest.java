package dev.whetstone.core.lf.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whetstone.core.lf.Concepts;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import org.junit.jupiter.api.Test;

/// Rules about instructions: IFEval's published checks, loose readings, what a prompt states.
class InstructionVotesTest {
    @Test
    void aPublishedCheckVotesForTheResponseThatPassesIt() throws Exception {
        String rule = "good(X) when ifeval(X, number_words, \"at least\", 3)";
        assertThat(vote(rule, "p", "one two three", "one two")).isEqualTo(1);
        assertThat(vote(rule, "p", "one", "one two three four")).isEqualTo(-1);
        assertThat(vote(rule, "p", "one two three", "a b c d")).isZero();
    }

    @Test
    void theQuirksOfThePublishedCheckStay() throws Exception {
        String rule = "good(X) when ifeval(X, existence, {\"form\"})";
        assertThat(vote(rule, "p", "INFORMATION", "none")).isEqualTo(1);
        assertThat(vote("good(X) when contains(X, \"form\")", "p", "INFORMATION", "none")).isZero();
    }

    @Test
    void valuesThatDoNotFitTheInstructionAreRefusedWithItsParameters() {
        assertThatThrownBy(() -> RuleParser.parse("good(X) when ifeval(X, number_words, 3)"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("number_words takes relation, num_words");
        assertThatThrownBy(() -> RuleParser.parse("good(X) when ifeval(X, no_comma, 3)"))
                .hasMessageContaining("no_comma takes no values");
        assertThatThrownBy(() -> RuleParser.parse("good(X) when ifeval(X, no_commas)"))
                .hasMessageContaining("expected an instruction of IFEval");
    }

    @Test
    void aLooseReadingForgivesAFirstLine() throws Exception {
        String strict = "good(X) when not contains(X, /,/)";
        String loose = "good(X) when some(variants_of(X), not contains(it, /,/))";
        String chatty = "Sure, here it is:\nno marks in the rest";
        assertThat(vote(strict, "p", chatty, "a, b")).isZero();
        assertThat(vote(loose, "p", chatty, "a, b")).isEqualTo(1);
    }

    @Test
    void paragraphsAreNamedByNumber() throws Exception {
        String rule = "good(X) when starts_with(paragraph(X, 2), \"however\")";
        assertThat(vote(rule, "p", "Yes.\n\nHowever, no.", "However, no.")).isEqualTo(1);
        assertThat(vote(rule, "p", "However", "However\n\nYes")).isZero();
    }

    @Test
    void theResponseThatMeetsWhatThePromptStatesIsPreferred() throws Exception {
        String rule = "prefer higher met_constraints(X, P)";
        String prompt = "Describe rain in exactly two sentences. Do not use commas.";
        assertThat(vote(rule, prompt, "Rain falls. It is wet.", "Rain, rain, rain.")).isEqualTo(1);
        assertThat(vote(rule, prompt, "Rain, it falls. Wet.", "Rain falls and is wet.")).isZero();
        assertThat(vote(rule, "Describe rain.", "Rain falls. It is wet.", "Rain.")).isZero();
        assertThat(
                        vote(
                                "prefer lower words(X) when stated_constraints(P) = 2",
                                prompt,
                                "Rain.",
                                "Rain falls."))
                .isEqualTo(1);
    }

    @Test
    void aLanguageThatCannotBeToldMakesItAbstainWithItsReason() throws Exception {
        CompiledRule rule =
                new RuleCompiler(Concepts.NONE)
                        .compile(RuleParser.parse("prefer higher met_constraints(X, P)"));
        CompiledRule.Vote vote =
                rule.explain(
                        PairFeatures.of(PairText.of("Answer in German.", "42", "Das ist gut so.")));
        assertThat(vote.value()).isZero();
        assertThat(vote.reasons()).containsExactly(Abstention.UNKNOWN_LANGUAGE);
    }

    private static int vote(String rule, String prompt, String first, String second)
            throws RuleSyntaxException {
        CompiledRule compiled = new RuleCompiler(Concepts.NONE).compile(RuleParser.parse(rule));
        int vote = compiled.vote(PairText.of(prompt, first, second));
        assertThat(compiled.vote(PairText.of(prompt, second, first))).isEqualTo(-vote);
        return vote;
    }
}
