package dev.whetstone.services.curve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whetstone.store.rule.RuleSource;
import dev.whetstone.store.rule.RuleState;
import dev.whetstone.store.rule.RuleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A rule that was accepted at comparison "first", whose explanation "second" repeats.
class BroughtRulesTest {
    private static final UUID JUDGEMENT = new UUID(1, 1);
    private static final Map<UUID, String> COMPARISONS = Map.of(JUDGEMENT, "first");

    private static RuleVersion rule(String text, RuleSource source, Map<String, Double> slots) {
        return new RuleVersion(
                new UUID(2, text.hashCode()),
                1,
                "rule",
                text,
                RuleState.ACTIVE,
                "ana",
                source,
                slots,
                Map.of(),
                Instant.EPOCH);
    }

    private static BroughtRules of(RuleVersion rule) {
        Reasons reasons =
                new Reasons(Map.of(Reasons.normal(rule.text()), Set.of("first", "second")));
        return new BroughtRules(
                BroughtRules.forms(List.of(rule), each -> each, COMPARISONS, reasons), List.of());
    }

    @Test
    void anExplainedRuleComesWithAnyComparisonThatSaysIt() {
        BroughtRules rules =
                of(
                        rule(
                                "bad(X) when contains(X, \"please\")",
                                new RuleSource.Explained(JUDGEMENT),
                                Map.of()));
        assertThat(rules.forms()).hasSize(1);
        assertThat(rules.columns(Set.of("third"))).isEmpty();
        assertThat(rules.columns(Set.of("first", "third"))).containsExactly(0);
        assertThat(rules.columns(Set.of("second"))).containsExactly(0);
    }

    @Test
    void anotherComparisonBringsTheRuleWithoutTheValuesOfItsOwnPair() {
        BroughtRules rules =
                of(
                        rule(
                                "prefer lower words(X) by ?m",
                                new RuleSource.Explained(JUDGEMENT),
                                Map.of("m", 7.0)));
        assertThat(rules.columns(Set.of("third"))).isEmpty();
        assertThat(rules.columns(Set.of("second"))).containsExactly(1);
        assertThat(rules.forms().get(1).rule().slots()).isEmpty();
        assertThat(rules.columns(Set.of("first", "second"))).containsExactly(0);
        assertThat(rules.forms().get(0).rule().slots()).containsEntry("m", 7.0);
    }

    @Test
    void aWrittenRuleIsThereFromTheStart() {
        BroughtRules rules =
                of(rule("bad(X) when contains(X, \"please\")", new RuleSource.Written(), Map.of()));
        assertThat(rules.columns(Set.of())).containsExactly(0);
    }

    @Test
    void aRuleOfAJudgementThatTakesNoPartComesOnlyWithOthersThatSayIt() {
        RuleVersion rule =
                rule(
                        "prefer lower words(X) by ?m",
                        new RuleSource.Explained(new UUID(9, 9)),
                        Map.of("m", 7.0));
        BroughtRules rules = of(rule);
        assertThat(rules.forms()).hasSize(1);
        assertThat(rules.forms().getFirst().rule().slots()).isEmpty();
        assertThat(rules.columns(Set.of("second"))).containsExactly(0);
    }
}
