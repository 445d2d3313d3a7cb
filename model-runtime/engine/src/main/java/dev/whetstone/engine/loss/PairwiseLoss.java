package dev.whetstone.engine.loss;

import java.util.Map;

/// A loss of each pair by itself, in closed form with its derivatives.
public sealed interface PairwiseLoss
        permits ApoDown,
                ApoZero,
                ApoZeroUnpaired,
                BcoPair,
                Contrastive,
                Discopop,
                Dpop,
                ExoPair,
                Hinge,
                Kto,
                LengthGranted,
                NcaPair,
                OddsRatio,
                PerToken,
                Robust,
                Sigmoid,
                SppoHard,
                SquaredGap,
                Transformed {
    /// Loss where `chosen` is certainly preferred; derivatives are with respect to
    /// [Ratios#chosen] and [Ratios#rejected].
    Slopes of(Ratios pair);

    /// Expected loss where `chosen` is preferred with probability p. For [Sigmoid] this is
    /// -p log s(b m) - (1-p) log s(-b m), whose minimum lies at the finite margin logit(p)/b.
    default Slopes of(Ratios pair, double p) {
        if (p == 1) {
            return of(pair);
        }
        return of(pair).times(p).plus(of(pair.swapped()).swapped().times(1 - p));
    }

    /// What it takes a response's log-ratio for, before beta: what TRL logs as reward / beta where
    /// there is no reference.
    default double level(double ratio, int tokens) {
        return ratio;
    }

    /// Whether it compares means over tokens.
    default boolean perToken() {
        return false;
    }

    /// Further values that TRL logs of this loss, by their names.
    default Map<String, Double> metrics(Ratios pair) {
        return Map.of();
    }
}
