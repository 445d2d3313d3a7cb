package dev.whetstone.engine.loss;

/// A loss and its derivatives with respect to two numbers, the chosen response's and the rejected
/// one's.
public record Slopes(double loss, double chosen, double rejected) {
    /// As a function of chosen - rejected alone.
    static Slopes ofMargin(double loss, double slope) {
        return new Slopes(loss, slope, -slope);
    }

    Slopes swapped() {
        return new Slopes(loss, rejected, chosen);
    }

    Slopes times(double factor) {
        return new Slopes(factor * loss, factor * chosen, factor * rejected);
    }

    Slopes plus(Slopes other) {
        return new Slopes(loss + other.loss, chosen + other.chosen, rejected + other.rejected);
    }
}
