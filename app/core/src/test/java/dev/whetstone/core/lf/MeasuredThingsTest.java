package dev.whetstone.core.lf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import org.junit.jupiter.api.Test;

class MeasuredThingsTest {
    private static boolean same(String one, String other) throws RuleSyntaxException {
        return MeasuredThings.of(RuleParser.parse(one))
                .equals(MeasuredThings.of(RuleParser.parse(other)));
    }

    @Test
    void lengthHasManyNames() throws RuleSyntaxException {
        assertThat(same("prefer lower words(X) by 20", "bad(X) when chars(X) > 900")).isTrue();
        assertThat(same("prefer lower words(X)", "prefer lower sentences(X) when words(P) > 9"))
                .isTrue();
        assertThat(MeasuredThings.aspect(RuleParser.parse("prefer lower words(X)")))
                .isEqualTo(MeasuredThings.Aspect.LENGTH);
    }

    @Test
    void whatIsLookedForCountsAndNotHowOften() throws RuleSyntaxException {
        assertThat(
                        same(
                                "good(X) when contains(X, \"refund\")",
                                "prefer higher count(X, \"refund\")"))
                .isTrue();
        assertThat(
                        same(
                                "good(X) when contains(X, \"refund\")",
                                "good(X) when contains(X, \"sorry\")"))
                .isFalse();
        assertThat(same("good(X) when contains(X, @hedge)", "bad(X) when contains(X, @apology)"))
                .isFalse();
        assertThat(same("prefer lower tone(X, rude)", "prefer lower tone(X, polite)")).isFalse();
    }

    @Test
    void aShareOfLengthIsNotLength() throws RuleSyntaxException {
        String share = "prefer lower distinct(X, /\\w+/) / words(X)";
        assertThat(same(share, "prefer lower words(X)")).isFalse();
        assertThat(MeasuredThings.aspect(RuleParser.parse(share)))
                .isEqualTo(MeasuredThings.Aspect.OTHER);
    }
}
