package dev.whetstone.engine.align;

import dev.whetstone.engine.control.RuntimeFailure;

/// A loss over preference pairs, in closed form with its derivatives. Names and definitions are
/// TRL's (`dpo_trainer.py`).
public sealed interface PreferenceLoss {
    /// Loss where `chosen` is certainly preferred.
    PairLoss of(PairScores pair);

    /// Expected loss where `chosen` is preferred with probability p. For `sigmoid` this is
    /// -p log s(b m) - (1-p) log s(-b m), whose minimum lies at the finite margin logit(p)/b.
    default PairLoss of(PairScores pair, double p) {
        if (p == 1) {
            return of(pair);
        }
        return of(pair).times(p).plus(of(pair.swapped()).swapped().times(1 - p));
    }

    /// @param name TRL's `loss_type`
    /// @throws RuntimeFailure `settings.loss` for a name that is not supported
    static PreferenceLoss named(String name, double beta) {
        return switch (name) {
            case "sigmoid" -> new Sigmoid(beta);
            case "hinge" -> new Hinge(beta);
            case "ipo" -> new Ipo(beta);
            case "sigmoid_norm" -> new SigmoidNorm(beta);
            case "nca_pair" -> new NcaPair(beta);
            case "bco_pair" -> new BcoPair(beta);
            case "sppo_hard" -> new SppoHard(beta);
            case "apo_zero" -> new ApoZero(beta);
            case "apo_down" -> new ApoDown(beta);
            default ->
                    throw new RuntimeFailure(
                            "settings.loss",
                            "the loss '" + name + "' is not supported",
                            "use sigmoid, hinge, ipo, sigmoid_norm, nca_pair, bco_pair,"
                                    + " sppo_hard, apo_zero or apo_down");
        };
    }

    private static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    /// -log s(x), without overflow.
    private static double minusLogSigmoid(double x) {
        return x >= 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
    }

    /// DPO (Rafailov and others 2023).
    record Sigmoid(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double x = beta * pair.margin();
            return PairLoss.ofMargin(minusLogSigmoid(x), -beta * sigmoid(-x));
        }
    }

    /// SLiC-HF's hinge.
    record Hinge(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double rest = 1 - beta * pair.margin();
            return PairLoss.ofMargin(Math.max(0, rest), rest > 0 ? -beta : 0);
        }
    }

    /// IPO (Azar and others 2023) over per-token averages.
    record Ipo(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double gap =
                    pair.chosenRatio() / pair.chosenTokens()
                            - pair.rejectedRatio() / pair.rejectedTokens()
                            - 1 / (2 * beta);
            return new PairLoss(
                    gap * gap, 2 * gap / pair.chosenTokens(), -2 * gap / pair.rejectedTokens());
        }
    }

    /// DPO over per-token averages.
    record SigmoidNorm(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double x =
                    beta
                            * (pair.chosenRatio() / pair.chosenTokens()
                                    - pair.rejectedRatio() / pair.rejectedTokens());
            double slope = -beta * sigmoid(-x);
            return new PairLoss(
                    minusLogSigmoid(x),
                    slope / pair.chosenTokens(),
                    -slope / pair.rejectedTokens());
        }
    }

    /// NCA (Chen and others 2024).
    record NcaPair(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double c = beta * pair.chosenRatio();
            double r = beta * pair.rejectedRatio();
            return new PairLoss(
                    minusLogSigmoid(c) + 0.5 * minusLogSigmoid(-c) + 0.5 * minusLogSigmoid(-r),
                    beta * (-sigmoid(-c) + 0.5 * sigmoid(c)),
                    beta * 0.5 * sigmoid(r));
        }
    }

    /// BCO without its running mean, as TRL has it for pairs.
    record BcoPair(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double c = beta * pair.chosenRatio();
            double r = beta * pair.rejectedRatio();
            return new PairLoss(
                    minusLogSigmoid(c) + minusLogSigmoid(-r),
                    -beta * sigmoid(-c),
                    beta * sigmoid(r));
        }
    }

    /// SPPO with hard labels (Wu and others 2024).
    record SppoHard(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double c = pair.chosenRatio() - 0.5 / beta;
            double r = pair.rejectedRatio() + 0.5 / beta;
            return new PairLoss(c * c + r * r, 2 * c, 2 * r);
        }
    }

    /// APO-zero (D'Oosterlinck and others 2024): chosen up, rejected down.
    record ApoZero(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double c = sigmoid(beta * pair.chosenRatio());
            double r = sigmoid(beta * pair.rejectedRatio());
            return new PairLoss(1 - c + r, -beta * c * (1 - c), beta * r * (1 - r));
        }
    }

    /// APO-down: chosen down, rejected further down.
    record ApoDown(double beta) implements PreferenceLoss {
        @Override
        public PairLoss of(PairScores pair) {
            double c = sigmoid(beta * pair.chosenRatio());
            double m = sigmoid(beta * pair.margin());
            double slope = -beta * m * (1 - m);
            return new PairLoss(c + 1 - m, beta * c * (1 - c) + slope, -slope);
        }
    }
}
