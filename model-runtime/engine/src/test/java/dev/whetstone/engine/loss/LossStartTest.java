package dev.whetstone.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.runtime.loss.FDivergence;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossStart;
import dev.whetstone.runtime.loss.LossType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told of a loss's start, against the loss itself where the policy is the reference.
class LossStartTest {
    private static List<PairLoss> atTheReference(LossSettings settings) {
        return Objective.of(settings)
                .of(List.of(pair(-20, 7, -31, 12, 1), pair(-4, 2, -44, 9, .7)));
    }

    private static PairScores pair(double chosen, int c, double rejected, int r, double p) {
        return new PairScores(
                Scored.of(chosen, chosen, c), Scored.of(rejected, rejected, r), p, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(LossType.class)
    void theStartIsTheLossAtTheReferenceOrDependsOnThePair(LossType type) {
        LossSettings settings = LossSettings.of(type);
        List<PairLoss> losses = atTheReference(settings);
        LossStart.of(settings)
                .ifPresentOrElse(
                        start ->
                                losses.forEach(
                                        l -> assertThat(l.loss()).isCloseTo(start, within(1e-9))),
                        () ->
                                assertThat(losses.get(0).loss())
                                        .isNotCloseTo(losses.get(1).loss(), within(1e-9)));
    }

    @ParameterizedTest
    @EnumSource(FDivergence.class)
    void divergencesStartWhereTheirLossDoes(FDivergence divergence) {
        LossSettings settings = LossSettings.of(LossType.SIGMOID).with(divergence);
        assertThat(atTheReference(settings).getFirst().loss())
                .isCloseTo(LossStart.of(settings).orElseThrow(), within(1e-9));
    }

    @Test
    void parametersAndSumsCount() {
        LossSettings settings =
                LossSettings.of(List.of(LossType.EXO_PAIR, LossType.KTO))
                        .withWeights(List.of(2.0, .5))
                        .withBeta(.3)
                        .with(LossParameter.LABEL_SMOOTHING, .2)
                        .with(LossParameter.UNDESIRABLE_WEIGHT, 3);
        assertThat(atTheReference(settings).getFirst().loss())
                .isCloseTo(LossStart.of(settings).orElseThrow(), within(1e-9));
    }

    @Test
    void likelihoodBesideALossHasNoKnownStart() {
        assertThat(LossStart.of(LossSettings.of(LossType.RPO))).isEmpty();
        assertThat(LossStart.of(LossSettings.of(LossType.SIGMOID))).hasValue(Math.log(2));
    }
}
