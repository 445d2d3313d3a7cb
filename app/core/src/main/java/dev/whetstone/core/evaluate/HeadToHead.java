package dev.whetstone.core.evaluate;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Two who predict the same outcomes, and who is right where they differ.
///
/// @param items whose outcome takes a side
/// @param first accuracy of the first on them, undecided a half, Wilson's 95 % interval
/// @param second the same of the second
/// @param apart items on which they take different sides
/// @param firstApart share of those on which the first was right, with Wilson's interval
public record HeadToHead(
        int items, Estimate first, Estimate second, int apart, Estimate firstApart) {
    private static final double COIN = .5;

    /// Who is right more often where they differ, as far as the interval can tell.
    public enum Better {
        FIRST,
        SECOND,
        UNSETTLED
    }

    /// @param first beside the same outcomes as `second`
    /// @throws IllegalArgumentException when they are not of one length
    public static HeadToHead of(Predictions first, Predictions second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " items beside " + second.size());
        }
        int[] apart = places(first, i -> first.y(i) != COIN && differ(first.p(i), second.p(i)));
        return new HeadToHead(
                places(first, i -> first.y(i) != COIN).length,
                Scores.accuracy(first),
                Scores.accuracy(second),
                apart.length,
                Scores.accuracy(first.select(apart)));
    }

    /// Whether two probabilities take different sides; an undecided one takes none.
    public static boolean differ(double p, double other) {
        return (p - COIN) * (other - COIN) < 0;
    }

    public Better better() {
        if (firstApart.low() > COIN) {
            return Better.FIRST;
        }
        return firstApart.high() < COIN ? Better.SECOND : Better.UNSETTLED;
    }

    private static int[] places(Predictions of, IntPredicate which) {
        return IntStream.range(0, of.size()).filter(which).toArray();
    }
}
