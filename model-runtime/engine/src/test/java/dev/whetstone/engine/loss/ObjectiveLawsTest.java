package dev.whetstone.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// What holds for every loss, whatever its parameters.
class ObjectiveLawsTest {
    private static final double STEP = 1e-6;

    /// The variables of a pair: those of [PairLoss], in its order.
    private enum Variable {
        CHOSEN,
        REJECTED,
        CHOSEN_TEXT,
        REJECTED_TEXT
    }

    @Property(tries = 2000, seed = "17", shrinking = ShrinkingMode.OFF)
    void derivativesAreThoseOfTheStepsMeanLoss(@ForAll LossType type, @ForAll long seed) {
        Random random = new Random(seed);
        LossSettings settings = Steps.settings(type, random);
        Objective objective = Objective.of(settings);
        List<PairScores> step = Steps.random(random, settings.weighting() == Weighting.WPO);
        List<PairLoss> found = objective.of(step);
        for (int i = 0; i < step.size(); i++) {
            for (Variable variable : Variable.values()) {
                double up = mean(objective.of(moved(step, i, variable, STEP)));
                double down = mean(objective.of(moved(step, i, variable, -STEP)));
                double slope = (up - down) * step.size() / (2 * STEP);
                assertThat(derivative(found.get(i), variable))
                        .as("%s of %s", variable, settings)
                        .isCloseTo(slope, within(2e-4 * Math.max(1, Math.abs(slope))));
            }
        }
    }

    @Property(tries = 1000, seed = "18", shrinking = ShrinkingMode.OFF)
    void exchangedResponsesWithOneMinusPGiveTheSameLoss(@ForAll LossType type, @ForAll long seed) {
        Random random = new Random(seed);
        LossSettings settings = Steps.settings(type, random);
        Objective objective = Objective.of(settings);
        List<PairScores> step = Steps.random(random, settings.weighting() == Weighting.WPO);
        double loss = mean(objective.of(step));
        assertThat(mean(objective.of(Steps.exchanged(step))))
                .as(settings.toString())
                .isCloseTo(loss, within(1e-9 * Math.max(1, Math.abs(loss))));
    }

    @Property(tries = 500, seed = "19", shrinking = ShrinkingMode.OFF)
    void anUncoupledLossIsTheSameInParts(@ForAll LossType type, @ForAll long seed) {
        Random random = new Random(seed);
        Objective objective = Objective.of(Steps.settings(type, random));
        List<PairScores> step = Steps.random(random, false);
        if (!objective.coupled()) {
            List<PairLoss> parts = new ArrayList<>(objective.of(step.subList(0, 1)));
            parts.addAll(objective.of(step.subList(1, 3)));
            assertThat(parts).isEqualTo(objective.of(step));
        }
    }

    @Property(tries = 500, seed = "20", shrinking = ShrinkingMode.OFF)
    void farValuesGiveNumbers(@ForAll LossType type, @ForAll long seed) {
        Random random = new Random(seed);
        Objective objective = Objective.of(LossSettings.of(type));
        Scored far = Scored.of(-3000 * random.nextDouble() - 1, -1, 10);
        Scored near = Scored.of(-1, -3000 * random.nextDouble() - 1, 10);
        for (PairLoss loss :
                objective.of(List.of(PairScores.of(far, near), PairScores.of(near, far)))) {
            assertThat(loss.finite()).as(type + " " + loss).isTrue();
        }
    }

    private static double derivative(PairLoss loss, Variable variable) {
        return switch (variable) {
            case CHOSEN -> loss.dChosen();
            case REJECTED -> loss.dRejected();
            case CHOSEN_TEXT -> loss.dChosenText();
            case REJECTED_TEXT -> loss.dRejectedText();
        };
    }

    private static List<PairScores> moved(
            List<PairScores> step, int at, Variable variable, double by) {
        List<PairScores> result = new ArrayList<>(step);
        PairScores old = step.get(at);
        Scored chosen =
                switch (variable) {
                    case CHOSEN -> moved(old.chosen(), by, 0);
                    case CHOSEN_TEXT -> moved(old.chosen(), 0, by);
                    case REJECTED, REJECTED_TEXT -> old.chosen();
                };
        Scored rejected =
                switch (variable) {
                    case REJECTED -> moved(old.rejected(), by, 0);
                    case REJECTED_TEXT -> moved(old.rejected(), 0, by);
                    case CHOSEN, CHOSEN_TEXT -> old.rejected();
                };
        result.set(at, new PairScores(chosen, rejected, old.p(), old.weight(), old.drift()));
        return result;
    }

    private static Scored moved(Scored old, double logProb, double text) {
        return new Scored(
                old.logProb() + logProb,
                old.reference(),
                old.tokens(),
                old.text() + text,
                old.share());
    }

    private static double mean(List<PairLoss> losses) {
        return losses.stream().mapToDouble(PairLoss::loss).average().orElseThrow();
    }
}
