package dev.whetstone.core.lf.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalFormTest {
    private static String votes(String rule) throws RuleSyntaxException {
        return RulePrinter.print(NormalForm.ofVotes(RuleParser.parse(rule)));
    }

    @Test
    void praisingWhatIsMissingIsBlamingWhatIsThere() throws RuleSyntaxException {
        assertThat(votes("good(X) when not contains(X, @coverage)"))
                .isEqualTo(votes("bad(X) when contains(X, @coverage)"));
    }

    @Test
    void theConditionOnThePromptStaysBeforeBoth() throws RuleSyntaxException {
        assertThat(votes("good(X) when asks_for(P, bullets) and bullets(X) >= 1"))
                .isEqualTo(votes("bad(X) when bullets(X) = 0 and asks_for(P, bullets)"))
                .isNotEqualTo(votes("bad(X) when bullets(X) = 0"));
    }

    @Test
    void praiseAndBlameOfOneThingStayApart() throws RuleSyntaxException {
        assertThat(votes("good(X) when contains(X, @apology)"))
                .isNotEqualTo(votes("bad(X) when contains(X, @apology)"));
    }
}
