package dev.whetstone.engine.loss;

/// The logistic function without overflow.
final class Logistic {
    private Logistic() {}

    static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    static double logSigmoid(double x) {
        return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }

    /// log(1 - e^x) for x below 0, exact near both ends.
    static double log1mExp(double x) {
        return x > -Math.log(2) ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    /// (1 - s) -log s(x) + s -log s(-x) and its derivative: cross-entropy against a label that is
    /// wrong with probability s.
    static Slopes smoothed(double x, double wrong) {
        double loss = -(1 - wrong) * logSigmoid(x) - wrong * logSigmoid(-x);
        return Slopes.ofMargin(loss, -(1 - wrong) * sigmoid(-x) + wrong * sigmoid(x));
    }
}
