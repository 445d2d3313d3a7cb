package dev.whetstone.core.lf.fit;

/// What a rule would do on judged pairs with a slot at one value.
///
/// @param right judged pairs on which it votes as was chosen, `wrong` against, `silent` not at all
/// @param kept votes that it also casts, for the same reply, with the slot where it stands
/// @param lost votes that it casts where the slot stands and not here
/// @param logLikelihood of the votes: log B(7 + right, 3 + wrong) - log B(7, 3) for those cast, the
///     accuracy being drawn from Beta(7, 3), and log 1/2 for each that is not; at most 0
public record SlotPosition(
        double value, int right, int wrong, int silent, int kept, int lost, double logLikelihood) {}
