package dev.whetstone.core.lf.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.core.lf.GoldenExplanations;
import dev.whetstone.core.lf.RandomRules;
import dev.whetstone.core.lf.Rule;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoundTripTest {
    @Test
    void tenThousandRandomRulesParseBackToThemselves() throws RuleSyntaxException {
        RandomRules rules = new RandomRules(20261121);
        Set<String> different = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            Rule rule = rules.next();
            String text = RulePrinter.print(rule);
            different.add(text);
            assertThat(RuleParser.parse(text)).as(text).isEqualTo(rule);
        }
        assertThat(different).hasSizeGreaterThan(8_000);
    }

    @TestFactory
    Stream<DynamicTest> expectedRuleOfEveryExplanationIsCanonical() {
        return GoldenExplanations.rules().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.id(),
                                        () ->
                                                assertThat(
                                                                RulePrinter.print(
                                                                        RuleParser.parse(
                                                                                row.expected())))
                                                        .isEqualTo(row.expected())));
    }

    @Test
    void normalFormIsItsOwnNormalForm() throws RuleSyntaxException {
        RandomRules rules = new RandomRules(7);
        for (int i = 0; i < 3_000; i++) {
            Rule normal = NormalForm.of(rules.next());
            assertThat(NormalForm.of(normal)).isEqualTo(normal);
            assertThat(RuleParser.parse(RulePrinter.print(normal))).isEqualTo(normal);
        }
    }
}
