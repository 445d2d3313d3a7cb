package dev.whetstone.engine.loss;

/// What an objective sees of a pair.
///
/// @param p probability that `chosen` is really preferred, in [0, 1]
/// @param weight what its loss is multiplied by, at least 0
/// @param drift see [Ratios#drift]
public record PairScores(Scored chosen, Scored rejected, double p, double weight, double drift) {
    public static PairScores of(Scored chosen, Scored rejected) {
        return new PairScores(chosen, rejected, 1, 1, 0);
    }

    /// Against the reference.
    Ratios ratios() {
        return new Ratios(
                chosen.ratio(), rejected.ratio(), chosen.tokens(), rejected.tokens(), drift);
    }

    /// Without a reference.
    Ratios levels() {
        return new Ratios(
                chosen.logProb(), rejected.logProb(), chosen.tokens(), rejected.tokens(), drift);
    }
}
