package dev.whetstone.core.lf.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Verdict;
import dev.whetstone.core.lf.syntax.RulesFile.RulesFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    great(X) when refuses(X)            | 0  | 5  | starts with good, bad or prefer
                    good(X) when word(X) > 3            | 13 | 17 | no function "word"
                    good(X) when words(X)               | 13 | 21 | expected a condition
                    good(X) when words(X) > refuses(X)  | 24 | 34 | expected a number
                    good(X) when contains(X, 3)         | 25 | 26 | expected a pattern
                    good(X) when asks_for(P, fish)      | 25 | 29 | expected something that a prompt can ask for
                    good(X) when contains(X, "abc)      | 25 | 30 | not closed
                    good(X) when asks_for(P, json)      | 13 | 30 | never looks at the response
                    good(X) when words(Y) > 2           | 13 | 25 | Y stands only in
                    good(X) when contains(it, "a")      | 13 | 30 | it
                    good(X) when contains(X, /(a/)      | 25 | 29 | regular expression
                    good(X) when near(X, "a", "b", 0.5) | 31 | 34 | whole number
                    prefer words(X)                     | 7  | 12 | lower, higher or X over Y
                    bad(X) when truncated(X) refuses(X) | 25 | 32 | or the end
                    """)
    void saysWhereAndWhatIsWrong(String text, int start, int end, String message) {
        RuleSyntaxException fault =
                catchThrowableOfType(RuleSyntaxException.class, () -> RuleParser.parse(text));
        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.start()).isEqualTo(start);
        assertThat(fault.end()).isEqualTo(end);
    }

    @Test
    void suggestsTheFunctionThatWasMeant() {
        RuleSyntaxException fault =
                catchThrowableOfType(
                        RuleSyntaxException.class,
                        () -> RuleParser.parse("bad(X) when contain(X, \"a\")"));
        assertThat(fault.expected()).first().isEqualTo("contains");
    }

    @Test
    void deepNestingIsRefused() {
        String text = "bad(X) when " + "(".repeat(5_000) + "refuses(X)" + ")".repeat(5_000);
        assertThatThrownBy(() -> RuleParser.parse(text))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void repeatsThatMultiplyAreRefused() {
        assertThatThrownBy(() -> RuleParser.parse("bad(X) when contains(X, /((a{50}){50}){50}/)"))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("repeats multiply");
    }

    @Test
    void aLiftedComparisonIsTheSameRule() throws RuleSyntaxException {
        Rule over =
                RuleParser.parse(
                        "prefer X over Y when contains(X, \"fee\") and not contains(Y, \"fee\")");
        Rule good = RuleParser.parse("good(X) when count(X, \"fee\") > 0");
        assertThat(RuleId.of(over)).isEqualTo(RuleId.of(good));
        assertThat(NormalForm.of(over)).isInstanceOf(Rule.Judge.class);
        assertThat(((Rule.Judge) NormalForm.of(over)).verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void operandsInAnotherOrderAreTheSameRuleAndOtherConstantsAreNot() throws RuleSyntaxException {
        RuleId id = RuleId.of(RuleParser.parse("bad(X) when refuses(X) and words(X) < ?n"));
        assertThat(
                        RuleId.of(
                                RuleParser.parse(
                                        "bad(X) when not (not refuses(X) or words(X) >= ?k)")))
                .isEqualTo(id);
        assertThat(RuleId.of(RuleParser.parse("bad(X) when refuses(X) and words(X) < 3")))
                .isNotEqualTo(id);
    }

    @Test
    void aRulesFileHasNamesCommentsAndConcepts() throws RulesFileException {
        RulesFile file =
                RulesFile.parse(
                        "a.rules",
                        """
                        # ours
                        @concept rivals = {"acme", /ac-?me/}

                        kind: good(X) when contains(X, "at 10:30")
                        bad(X) when contains(X, @rivals)
                        """);
        assertThat(file.rules())
                .extracting(RulesFile.NamedRule::name)
                .containsExactly("kind", "rule-5");
        assertThat(file.concepts().of("rivals")).hasSize(2);
        assertThat(RulesFile.parse("b", file.print()).rules())
                .extracting(RulesFile.NamedRule::rule)
                .isEqualTo(file.rules().stream().map(RulesFile.NamedRule::rule).toList());
    }

    @Test
    void aFaultInARulesFileNamesLineAndColumn() {
        assertThatThrownBy(
                        () -> RulesFile.parse("a.rules", "# x\n\nlong: good(X) when wrds(X) > 3"))
                .isInstanceOf(RulesFileException.class)
                .hasMessageStartingWith("a.rules:3:20: there is no function");
    }
}
