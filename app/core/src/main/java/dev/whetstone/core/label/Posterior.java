package dev.whetstone.core.label;

import java.util.Arrays;

/// From unnormalised log-probabilities to probabilities.
final class Posterior {
    private Posterior() {}

    /// exp(log - max), divided by its sum. Changes and returns its argument.
    static double[] normalise(double[] log) {
        double max = Arrays.stream(log).max().orElseThrow();
        double sum = 0;
        for (int y = 0; y < log.length; y++) {
            log[y] = Math.exp(log[y] - max);
            sum += log[y];
        }
        for (int y = 0; y < log.length; y++) {
            log[y] /= sum;
        }
        return log;
    }
}
