package dev.whetstone.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of the published formulas, worked out by hand.
class ObjectiveTest {
    private static final Scored CHOSEN = Scored.of(-20, -22, 10);
    private static final Scored REJECTED = Scored.of(-30, -29, 16);

    @ParameterizedTest
    @CsvSource({
        "sigmoid, 0.1, 1, 0.554355244",
        "sigmoid, 0.1, 0.9, 0.584355244",
        "sigmoid, 0.1, 0.8, 0.614355244",
        "cdpo, 0.1, 1, 0.584355244",
        "hinge, 0.1, 1, 0.7",
        "ipo, 0.1, 1, 22.443906250",
        "sigmoid_norm, 0.1, 1, 0.680108311",
        "sigmoid_norm, 2, 1, 0.464711755",
        "nca_pair, 0.1, 1, 1.319406634",
        "bco_pair, 0.1, 1, 1.242535529",
        "sppo_hard, 0.1, 1, 25.0",
        "apo_zero, 0.1, 1, 0.925186815",
        "apo_down, 0.1, 1, 0.975391481",
        // the chosen response is above the reference: DPOP is DPO
        "dpop, 0.1, 1, 0.554355244",
        // b m + a (|c| - |r|) = 0.3 - 0.05 * 6 = 0
        "r_dpo, 0.1, 1, 0.693147181",
        // DPO + 20 / 10
        "rpo, 0.1, 1, 2.554355244",
        // 2 (-2 + 1.875) - 0.5 = -0.75
        "simpo, 2, 1, 1.136871007",
        // 0.1 * 10 = 1; the likelihood's share is 1/10
        "cpo, 0.1, 1, 2.313261688",
        "sft, 0.1, 1, 2.0",
        // 2 - log(1 - e^-1.875)
        "contrastive, 0.1, 1, 2.166473759"
    })
    void valuesOfTheFormulas(String name, double beta, double p, double expected) {
        Objective objective = Objective.of(LossSettings.of(LossType.named(name)).withBeta(beta));
        PairScores pair = new PairScores(CHOSEN, REJECTED, p, 1, 0);
        assertThat(objective.of(List.of(pair)).getFirst().loss()).isCloseTo(expected, within(1e-8));
    }

    @Test
    void aSoftLabelHasItsMinimumAtAFiniteMargin() {
        double margin = Math.log(0.8 / 0.2) / 0.1;
        Slopes slopes = new Sigmoid(0.1).of(Ratios.of(margin, 0, 1, 1), 0.8);
        assertThat(slopes.chosen()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aFallBelowTheReferenceCostsMarginInDpop() {
        Ratios fallen = Ratios.of(-2, -6, 1, 1);
        // 0.1 (4 - 5 * 2)
        assertThat(new Dpop(0.1, 5).of(fallen).loss())
                .isCloseTo(Math.log1p(Math.exp(0.6)), within(1e-12));
    }

    @Test
    void aMixtureIsTheWeightedSum() {
        Objective both =
                Objective.of(
                        LossSettings.of(List.of(LossType.SIGMOID, LossType.SFT))
                                .withWeights(List.of(0.5, 3.0)));
        assertThat(both.of(List.of(PairScores.of(CHOSEN, REJECTED))).getFirst().loss())
                .isCloseTo(0.5 * 0.554355244 + 3 * 2, within(1e-8));
        assertThat(both.usesReference()).isTrue();
    }

    @Test
    void lossesWithoutAReferenceSaySo() {
        for (LossType type : LossType.values()) {
            assertThat(Objective.of(LossSettings.of(type)).usesReference())
                    .as(type.spelled())
                    .isEqualTo(type.has(LossType.Trait.REFERENCE));
        }
    }

    @Test
    void theRejectedResponseCannotPullForEver() {
        Contrastive loss = new Contrastive(1);
        assertThat(loss.of(Ratios.of(-1, -50, 1, 1)).rejected()).isBetween(0.0, 1e-20);
        assertThat(loss.of(Ratios.of(-1, 0, 1, 1)).rejected()).isPositive().isLessThan(1e5);
    }

    @Test
    void tokensBeyondTheShorterResponseAreDiscounted() {
        Objective objective =
                Objective.of(LossSettings.of(LossType.SIGMOID).with(LossParameter.LD_ALPHA, 0.25));
        assertThat(objective.discount().sum(new float[] {-1, -2, -4, -8}, 2)).isEqualTo(-6);
        assertThat(objective.discount().factor(1, 2)).isEqualTo(1);
        assertThat(objective.discount().factor(2, 2)).isEqualTo(0.25);
    }

    @Test
    void quantilesAreComparedAndNotPairs() {
        PairScores first = PairScores.of(Scored.of(-1, -4, 1), Scored.of(-3, -3, 1));
        PairScores second = PairScores.of(Scored.of(-5, -4, 1), Scored.of(-3, -5, 1));
        QuantileTerm term = new QuantileTerm(QuantileTerm.Compared.RESPONSES, 1, 0);
        // ratios 3 and -1 against 0 and 2: -1 beside 0, 3 beside 2
        double mean =
                term.of(List.of(first, second)).stream()
                        .mapToDouble(PairLoss::loss)
                        .average()
                        .orElseThrow();
        assertThat(mean)
                .isCloseTo((Math.log1p(Math.exp(1)) + Math.log1p(Math.exp(-1))) / 2, within(1e-12));
    }

    @Test
    void aSoftRewardLabelPullsToItsLogit() {
        double level = Math.log(0.7 / 0.3);
        assertThat(new RewardLoss(0).of(level, 0, 0.7).chosen()).isCloseTo(0, within(1e-12));
        assertThat(new RewardLoss(0.5).withMargin(2, 1, 1).loss())
                .isCloseTo(Math.log(2) + 0.5 * 9, within(1e-12));
    }
}
