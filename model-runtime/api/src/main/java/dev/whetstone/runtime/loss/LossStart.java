package dev.whetstone.runtime.loss;

import java.util.OptionalDouble;

/// What a loss is before the first step, when the policy still is the reference and all log-ratios
/// are 0. It is the same for every pair and every soft label.
public final class LossStart {
    private static final double LN_2 = Math.log(2);

    private LossStart() {}

    /// Empty where the start depends on the texts: losses without a reference, with
    /// likelihood, with granted length, and with weighted pairs.
    public static OptionalDouble of(LossSettings settings) {
        if (settings.weighting() != Weighting.NONE || settings.nllWeight() > 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < settings.types().size(); i++) {
            OptionalDouble one = of(settings.types().get(i), settings);
            if (one.isEmpty()) {
                return one;
            }
            sum += settings.weights().get(i) * one.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private static OptionalDouble of(LossType type, LossSettings settings) {
        double beta = settings.beta();
        return switch (type) {
            case SIGMOID, CDPO, ROBUST, SIGMOID_NORM, AOT, AOT_UNPAIRED, DPOP ->
                    OptionalDouble.of(LN_2);
            case HINGE, APO_ZERO, APO_DOWN -> OptionalDouble.of(1);
            case IPO -> OptionalDouble.of(1 / (4 * beta * beta));
            case EXO_PAIR -> {
                double e = settings.value(type, LossParameter.LABEL_SMOOTHING);
                yield OptionalDouble.of(-LN_2 - (Math.log1p(-e) + Math.log(e)) / 2);
            }
            // half of the logistic and half of the exponential part
            case DISCOPOP -> OptionalDouble.of((LN_2 + 1) / 2);
            case NCA_PAIR, BCO_PAIR -> OptionalDouble.of(2 * LN_2);
            case SPPO_HARD -> OptionalDouble.of(1 / (2 * beta * beta));
            case KTO, APO_ZERO_UNPAIRED ->
                    OptionalDouble.of(
                            (settings.value(type, LossParameter.DESIRABLE_WEIGHT)
                                            + settings.value(
                                                    type, LossParameter.UNDESIRABLE_WEIGHT))
                                    / 4);
            case R_DPO, RPO, SFT, ORPO, CPO, CPO_HINGE, CPO_IPO, SIMPO, CONTRASTIVE ->
                    OptionalDouble.empty();
        };
    }
}
