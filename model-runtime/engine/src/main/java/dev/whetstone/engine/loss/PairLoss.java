package dev.whetstone.engine.loss;

/// A pair's loss, of which the step's is the mean, and its derivatives.
///
/// @param dChosen with respect to [Scored#logProb]
/// @param dChosenText with respect to [Scored#text]
public record PairLoss(
        double loss, double dChosen, double dRejected, double dChosenText, double dRejectedText) {
    public static final PairLoss NONE = new PairLoss(0, 0, 0, 0, 0);

    static PairLoss of(Slopes slopes) {
        return new PairLoss(slopes.loss(), slopes.chosen(), slopes.rejected(), 0, 0);
    }

    static PairLoss ofText(Slopes slopes) {
        return new PairLoss(slopes.loss(), 0, 0, slopes.chosen(), slopes.rejected());
    }

    PairLoss times(double factor) {
        return new PairLoss(
                factor * loss,
                factor * dChosen,
                factor * dRejected,
                factor * dChosenText,
                factor * dRejectedText);
    }

    PairLoss plus(PairLoss other) {
        return new PairLoss(
                loss + other.loss,
                dChosen + other.dChosen,
                dRejected + other.dRejected,
                dChosenText + other.dChosenText,
                dRejectedText + other.dRejectedText);
    }

    /// Whether all of it are numbers.
    public boolean finite() {
        return Double.isFinite(loss)
                && Double.isFinite(dChosen)
                && Double.isFinite(dRejected)
                && Double.isFinite(dChosenText)
                && Double.isFinite(dRejectedText);
    }
}
