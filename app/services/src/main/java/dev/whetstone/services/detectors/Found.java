package dev.whetstone.services.detectors;

import java.util.List;

/// What a detector says of the project's replies.
///
/// @param replies distinct ones that the project has; blank ones are not counted
/// @param read how many of them it has read
/// @param kept how many of those have the threshold's score or more
/// @param bins how many of those it read have a score of 0 to .05, .05 to .1, ... .95 to 1
/// @param highest replies, the highest score first
/// @param lowest replies, the lowest score first
/// @param nearest replies around the threshold, the nearest first, unmarked ones before marked ones
public record Found(
        int replies,
        int read,
        int kept,
        List<Integer> bins,
        List<ReadReply> highest,
        List<ReadReply> lowest,
        List<ReadReply> nearest) {
    /// How many bins the scores are counted in.
    public static final int BINS = 20;

    public Found {
        bins = List.copyOf(bins);
        highest = List.copyOf(highest);
        lowest = List.copyOf(lowest);
        nearest = List.copyOf(nearest);
    }
}
