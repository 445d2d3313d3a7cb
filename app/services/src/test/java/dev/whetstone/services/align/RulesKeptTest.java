package dev.whetstone.services.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesKeptTest {
    private record Fixed(List<Outcome> all) implements LoopRules {
        @Override
        public double lean(LoopPrompt prompt, String a, String b) {
            return 0;
        }

        @Override
        public List<Outcome> outcomes(LoopPrompt prompt, String response) {
            return all;
        }

        @Override
        public List<Vote> supporting(LoopPrompt prompt, String chosen, String rejected) {
            return List.of();
        }

        @Override
        public List<Lineage.Cause> causes(UUID rule) {
            return List.of();
        }
    }

    private static LoopRules.Outcome outcome(double weight, int sign) {
        return new LoopRules.Outcome(
                new UUID(0, 1), "bad(X) when words(X) > 5", "worse if long", weight, sign);
    }

    private static double share(LoopRules.Outcome... outcomes) {
        return new Fixed(List.of(outcomes)).kept(new LoopPrompt("1", List.of()), "").share();
    }

    @Test
    void aRuleCountsByItsWeight() {
        assertThat(share(outcome(.6, 1), outcome(.2, -1))).isEqualTo(.6 / .8);
    }

    @Test
    void rulesThatTheChoicesDoNotBearOutCountNothing() {
        assertThat(share(outcome(.5, 1), outcome(0, -1), outcome(-.3, -1))).isEqualTo(1);
    }

    @Test
    void rulesThatDoNotApplyCountNothing() {
        assertThat(share(outcome(.5, 1), outcome(.5, 0))).isEqualTo(1);
        assertThat(share(outcome(.5, 0))).isNaN();
    }

    @Test
    void withoutAnyWeightAllCountAlike() {
        assertThat(share(outcome(0, 1), outcome(0, -1))).isEqualTo(.5);
    }

    @Test
    void aRuleThatIsKeptLessOftenIsSaidBeyondNoise() {
        var worse = report(.9, .6, 100);
        var noise = report(.9, .88, 100);
        List<String> words =
                ReportWords.of(start(), List.of(iteration()), List.of(), List.of(worse, noise));
        assertThat(words)
                .filteredOn(line -> line.startsWith("Kept less often"))
                .containsExactly(
                        "Kept less often than before (from 90 % to 60 %): worse when long");
    }

    private static RuleReport report(double before, double after, int applies) {
        return new RuleReport(
                new UUID(0, 1),
                "bad(X) when words(X) > 5",
                "worse when long",
                1,
                applies,
                before,
                after);
    }

    private static AlignReport.Start start() {
        return new AlignReport.Start(0, 100, 1, estimate());
    }

    private static dev.whetstone.services.reward.Estimate estimate() {
        return new dev.whetstone.services.reward.Estimate(.6, .5, .7);
    }

    private static IterationReport iteration() {
        return new IterationReport(
                1,
                10,
                10,
                java.util.Map.of(),
                .6,
                .7,
                .2,
                1,
                .3,
                100,
                1,
                estimate(),
                estimate(),
                estimate(),
                estimate(),
                2,
                java.util.List.of());
    }
}
