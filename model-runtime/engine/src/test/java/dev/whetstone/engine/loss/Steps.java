package dev.whetstone.engine.loss;

import dev.whetstone.runtime.loss.FDivergence;
import dev.whetstone.runtime.loss.LossParameter;
import dev.whetstone.runtime.loss.LossSettings;
import dev.whetstone.runtime.loss.LossType;
import dev.whetstone.runtime.loss.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up settings and steps for laws that hold for all of them.
final class Steps {
    private Steps() {}

    /// The loss with random parameters that it takes.
    static LossSettings settings(LossType type, Random random) {
        LossSettings settings = LossSettings.of(type).withBeta(0.05 + random.nextDouble());
        if (type == LossType.SPPO_HARD) {
            settings = settings.withBeta(0.1 + random.nextDouble());
        }
        for (LossParameter parameter : LossParameter.values()) {
            if (type.takes(parameter) && random.nextBoolean() && fits(type, parameter)) {
                settings = settings.with(parameter, 0.01 + 0.48 * random.nextDouble());
            }
        }
        if (type.has(LossType.Trait.F_DIVERGENCE)) {
            settings = settings.with(FDivergence.values()[random.nextInt(4)]);
        }
        boolean quantiles = type == LossType.AOT || type == LossType.AOT_UNPAIRED;
        return !quantiles && random.nextInt(4) == 0 ? settings.with(Weighting.WPO) : settings;
    }

    private static boolean fits(LossType type, LossParameter parameter) {
        return type != LossType.ORPO || parameter != LossParameter.NLL_WEIGHT;
    }

    /// Three pairs with soft labels.
    static List<PairScores> random(Random random, boolean weighted) {
        List<PairScores> step = new ArrayList<>();
        double drift = random.nextDouble();
        for (int i = 0; i < 3; i++) {
            double weight = weighted ? random.nextDouble() : 1;
            step.add(
                    new PairScores(
                            scored(random), scored(random), random.nextDouble(), weight, drift));
        }
        return step;
    }

    private static Scored scored(Random random) {
        int tokens = 1 + random.nextInt(9);
        double logProb = -tokens * (0.2 + 2 * random.nextDouble());
        double reference = logProb + 2 * random.nextGaussian();
        return new Scored(logProb, reference, tokens, 1.3 * logProb, 0.1 + random.nextDouble());
    }

    static List<PairScores> exchanged(List<PairScores> step) {
        return step.stream()
                .map(
                        pair ->
                                new PairScores(
                                        pair.rejected(),
                                        pair.chosen(),
                                        1 - pair.p(),
                                        pair.weight(),
                                        pair.drift()))
                .toList();
    }
}
