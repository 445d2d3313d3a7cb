package dev.whetstone.services.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.mine.Evidence;
import org.junit.jupiter.api.Test;

class SuggestionQuestionTest {
    @Test
    void aConditionIsAskedForInPlainWords() throws Exception {
        assertThat(question("bad(X) when contains(X, \"someone\")"))
                .isEqualTo(
                        "In 9 of 10 questions the choice fits this. Is a response worse for you when"
                                + " it contains “someone”?");
    }

    @Test
    void aMeasureIsAskedForAsAPreference() throws Exception {
        assertThat(question("prefer higher bullets(X)"))
                .isEqualTo(
                        "In 9 of 10 questions the choice fits this. Of two responses, do you prefer"
                                + " the one with the higher number of bullet points?");
    }

    private static String question(String rule) throws Exception {
        return SuggestionQuestion.of(RuleParser.parse(rule), new Evidence(9, 1));
    }
}
