package dev.whetstone.engine.loss;

/// A score of a log-ratio s. The constants are TRL's: they cancel in plain differences, and count
/// where each side is divided by its own length.
public sealed interface Bend {
    double of(double s);

    /// Derivative.
    double slope(double s);

    /// f-DPO with forward KL (Wang and others 2023): 1 - e^-s.
    record ForwardKl() implements Bend {
        @Override
        public double of(double s) {
            return -Math.expm1(-s);
        }

        @Override
        public double slope(double s) {
            return Math.exp(-s);
        }
    }

    /// f-DPO with the Jensen-Shannon divergence: log 2 + log s(s).
    record JensenShannon() implements Bend {
        @Override
        public double of(double s) {
            return Math.log(2) + Logistic.logSigmoid(s);
        }

        @Override
        public double slope(double s) {
            return Logistic.sigmoid(-s);
        }
    }

    /// (e^((a-1)s) - 1) / (a-1), the exponent at most 80; s itself at a = 1. f-DPO's alpha
    /// divergence.
    record Alpha(double alpha) implements Bend {
        private static final double MOST = 80;
        private static final double LIMIT = 1e-6;

        @Override
        public double of(double s) {
            double k = alpha - 1;
            return Math.abs(k) < LIMIT ? s : Math.expm1(Math.min(MOST, k * s)) / k;
        }

        @Override
        public double slope(double s) {
            double k = alpha - 1;
            if (Math.abs(k) < LIMIT) {
                return 1;
            }
            return k * s > MOST ? 0 : Math.exp(k * s);
        }
    }

    /// AlphaPO (Gupta and others 2025): (1 - e^(-a s)) / a.
    ///
    /// @param alpha not 0
    record AlphaPo(double alpha) implements Bend {
        @Override
        public double of(double s) {
            return -Math.expm1(-alpha * s) / alpha;
        }

        @Override
        public double slope(double s) {
            return Math.exp(-alpha * s);
        }
    }
}
