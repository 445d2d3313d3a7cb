package dev.whetstone.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleWordsTest {
    @Test
    void theVerdictStandsFirst() {
        assertThat(RuleWords.title("if the response has no bullet points, it is worse"))
                .isEqualTo("Worse if the response has no bullet points");
        assertThat(RuleWords.title("if the response mentions “x”, it is better"))
                .isEqualTo("Better if the response mentions “x”");
        assertThat(RuleWords.title("a response is better if it is shorter"))
                .isEqualTo("Better if it is shorter");
        assertThat(RuleWords.title("the response with the lower number of words is better"))
                .isEqualTo("The response with the lower number of words is better");
    }

    @Test
    void aRulesTextTellsWhereItPoints() {
        assertThat(RuleWords.pointing("bad(X) when truncated(X)"))
                .isEqualTo(RuleWords.Pointing.WORSE);
        assertThat(RuleWords.pointing("good(X) when greets(X)"))
                .isEqualTo(RuleWords.Pointing.BETTER);
        assertThat(RuleWords.pointing("prefer lower words(X)"))
                .isEqualTo(RuleWords.Pointing.PREFER);
    }
}
