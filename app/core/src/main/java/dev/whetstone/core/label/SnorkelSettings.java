package dev.whetstone.core.label;

/// Settings of Snorkel's label model, with its names and defaults.
///
/// @param epochs full-batch steps
/// @param learningRate of the first step
/// @param l2 strength of the pull to the initial guess; as in Snorkel it also acts as weight decay
/// @param precisionInit initial guess of every function's precision
/// @param epsilon probabilities are kept this far from 0 and 1; 0 takes Snorkel's min(.01,
///     10^-⌈log10 n⌉)
/// @param seed of the one random factor of the start
/// @param convergence the fit goes on after `epochs` until no entry moves more than this over 100
///     steps (20,000 steps at most); 0 stops after `epochs` as Snorkel does
public record SnorkelSettings(
        int epochs,
        double learningRate,
        double l2,
        Optimizer optimizer,
        Schedule schedule,
        double precisionInit,
        double epsilon,
        int seed,
        double convergence) {
    /// How a step follows from the gradient, with PyTorch's constants (momentum .9; betas .9,
    /// .999).
    public enum Optimizer {
        SGD,
        ADAM,
        ADAMAX
    }

    /// How the learning rate changes: not at all, or linearly to 0 at the last step.
    public enum Schedule {
        CONSTANT,
        LINEAR
    }

    /// Snorkel's own defaults: 100 steps, which is often not converged.
    public static final SnorkelSettings SNORKEL =
            new SnorkelSettings(100, .01, 0, Optimizer.SGD, Schedule.CONSTANT, .7, 0, 123, 0);

    /// What we compare with: at least 1,000 steps, and on until it rests.
    public static final SnorkelSettings CONVERGED =
            new SnorkelSettings(1000, .01, 0, Optimizer.SGD, Schedule.CONSTANT, .7, 0, 123, 1e-4);

    public SnorkelSettings {
        if (epochs < 1 || learningRate <= 0 || l2 < 0 || convergence < 0) {
            throw new IllegalArgumentException("label model settings out of range");
        }
        if (!(precisionInit > 0 && precisionInit <= 1) || epsilon < 0 || epsilon >= 0.5) {
            throw new IllegalArgumentException(
                    "label model settings out of range: precision "
                            + precisionInit
                            + ", epsilon "
                            + epsilon);
        }
    }

    double epsilonFor(int rows) {
        return epsilon > 0 ? epsilon : Math.min(.01, 1 / Math.pow(10, Math.ceil(Math.log10(rows))));
    }
}
