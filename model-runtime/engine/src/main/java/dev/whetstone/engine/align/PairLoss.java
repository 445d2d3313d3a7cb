package dev.whetstone.engine.align;

/// A pair's loss and its derivatives with respect to the summed log-probabilities.
public record PairLoss(double loss, double dChosen, double dRejected) {
    /// As a function of the margin alone.
    static PairLoss ofMargin(double loss, double slope) {
        return new PairLoss(loss, slope, -slope);
    }

    PairLoss swapped() {
        return new PairLoss(loss, dRejected, dChosen);
    }

    PairLoss times(double factor) {
        return new PairLoss(factor * loss, factor * dChosen, factor * dRejected);
    }

    PairLoss plus(PairLoss other) {
        return new PairLoss(
                loss + other.loss, dChosen + other.dChosen, dRejected + other.dRejected);
    }
}
