package dev.whetstone.services.align;

/// How pairs are made of a prompt's samples, and which are kept out.
///
/// @param choice which two of the samples
/// @param closeness pairs whose p is nearer to .5 than this are too close, 0 to .5
/// @param similarity pairs whose words are more alike than this are near-identical, 0 to 1
/// @param lengthRatio how many times the shorter one's length the longer of a pair may have, 1 or
///     more: DPO is drawn to length by itself, and pairs of like length teach content
/// @param cutOff what becomes of replies that reached the limit before they ended
public record Pairing(
        PairChoice choice, double closeness, double similarity, double lengthRatio, CutOff cutOff) {
    public Pairing withChoice(PairChoice other) {
        return new Pairing(other, closeness, similarity, lengthRatio, cutOff);
    }

    /// Replies that were cut off by the limit on their length.
    public enum CutOff {
        /// Never in a pair: as the chosen one it would teach not to end, as the rejected one
        /// brevity.
        LEAVE_OUT,
        /// Like any other reply; for policies that seldom end within the limit.
        KEEP
    }
}
