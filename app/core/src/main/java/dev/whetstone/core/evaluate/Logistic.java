package dev.whetstone.core.evaluate;

/// The logistic function and its inverse, stable for large arguments.
public final class Logistic {
    private Logistic() {}

    public static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }

    /// ln(p / (1-p)); infinite at 0 and 1.
    public static double logit(double p) {
        return Math.log(p) - Math.log1p(-p);
    }

    /// -ln σ(z) = ln(1 + e^-z).
    public static double softplusOfMinus(double z) {
        return z >= 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z));
    }

    /// Cross-entropy of σ(z) with the soft label p: p·(-ln σ(z)) + (1-p)·(-ln σ(-z)).
    public static double loss(double z, double p) {
        return p * softplusOfMinus(z) + (1 - p) * softplusOfMinus(-z);
    }
}
