package dev.whetstone.services.judge;

/// How far one person is and how this person judges.
///
/// @param judged comparisons with a standing verdict by this person
/// @param total comparisons
/// @param leftShare share of two-response verdicts, ties apart, that went to the left; NaN without
///     any
/// @param longerShare share of them that went to the longer text; NaN without any
/// @param perHour verdicts an hour in the last hour of work; NaN below three
public record DeskProgress(
        int judged,
        int total,
        int skipped,
        int flagged,
        double leftShare,
        double longerShare,
        double perHour) {}
