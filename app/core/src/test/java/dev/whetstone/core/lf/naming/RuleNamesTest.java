package dev.whetstone.core.lf.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.GoldenExplanations;
import dev.whetstone.core.lf.RandomRules;
import dev.whetstone.core.lf.Rule;
import dev.whetstone.core.lf.Terms;
import dev.whetstone.core.lf.syntax.RuleParser;
import dev.whetstone.core.lf.syntax.RuleSyntaxException;
import dev.whetstone.core.lf.syntax.RulesFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    bad(X) when asks_for(P, bullets) and bullets(X) = 0 | no-bullets-when-asked
                    bad(X) when contains(X, @coverage) | has-coverage
                    bad(X) when mentions(P, @claim_ref) and not contains(X, @claim_ref) | no-claim-ref-when-claim-ref
                    prefer lower words(X) by ?m | fewer-words
                    prefer higher sentiment(X) | more-sentiment
                    bad(X) when novel(X, @claim_ref, P) >= 1 | has-new-claim-ref
                    bad(X) when tone(X, rude) >= ?t | rude
                    bad(X) when near(X, @guarantee, @coverage, 8) | guarantee-near-coverage
                    good(X) when sentiment(P) < ?p and contains(X, @apology) | good-apology-when-upset
                    bad(X) when asks_user_for(X, @credentials) | asks-for-credentials
                    bad(X) when truncated(X) | cut-off
                    bad(X) when sentiment(P) < ?p and not contains(X, @empathy) | no-empathy-when-upset
                    good(X) when contains(X, @apology) | good-apology
                    bad(X) when words(X) > 60 | over-60-words
                    bad(X) when not mentions(X, "deductible") | no-deductible
                    bad(X) when language(X) != language(P) | other-language
                    """)
    void isNamedAfterWhatItIsAbout(String rule, String name) throws RuleSyntaxException {
        assertThat(RuleNames.of(RuleParser.parse(rule))).isEqualTo(name);
    }

    @Test
    void aTakenNameGetsANumberAndStaysShort() throws RuleSyntaxException {
        Rule rule = RuleParser.parse("bad(X) when near(X, @guarantee, @settlement_offer, 8)");
        assertThat(RuleNames.of(rule)).isEqualTo("guarantee-near-settlement");
        Set<String> taken = Set.of("guarantee-near-settlement", "guarantee-near-settlement-2");
        assertThat(RuleNames.free(rule, taken::contains)).isEqualTo("guarantee-near-settlement-3");
    }

    @Test
    void everyRuleHasAShortNameThatARulesFileTakes() throws Exception {
        RandomRules rules = new RandomRules(7);
        for (int i = 0; i < 3_000; i++) {
            Rule rule = rules.next();
            String name = RuleNames.free(rule, "fewer-words"::equals);
            assertThat(name).hasSizeBetween(1, 28).doesNotStartWith("-").doesNotEndWith("-");
            RulesFile file =
                    new RulesFile(
                            List.of(new RulesFile.NamedRule(name, rule, 1)),
                            dev.whetstone.core.lf.Concepts.NONE);
            assertThat(
                            RulesFile.parse("r", file.print(), Terms.detectors(rule))
                                    .rules()
                                    .getFirst()
                                    .name())
                    .isEqualTo(name);
        }
    }

    @Test
    void theExpectedRulesOfExplanationsHaveMostlyDifferentNames() throws RuleSyntaxException {
        var rules =
                GoldenExplanations.rules().stream().map(row -> row.expected()).distinct().toList();
        var names = new java.util.HashSet<String>();
        for (String rule : rules) {
            names.add(RuleNames.of(RuleParser.parse(rule)));
        }
        assertThat(names.size()).isGreaterThan(rules.size() * 9 / 10);
    }
}
