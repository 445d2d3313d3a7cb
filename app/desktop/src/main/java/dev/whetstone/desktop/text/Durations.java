package dev.whetstone.desktop.text;

/// Lengths of time as a person says them.
public final class Durations {
    private Durations() {}

    /// E.g. `40 s`, `3 min`, `2 h 6 min`. Above 90 seconds rounded to minutes.
    ///
    /// @param seconds not negative
    public static String words(double seconds) {
        long whole = Math.round(Math.max(seconds, 0));
        if (whole < 90) {
            return whole + " s";
        }
        long minutes = Math.round(whole / 60.0);
        if (minutes < 90) {
            return minutes + " min";
        }
        return minutes / 60 + " h " + minutes % 60 + " min";
    }
}
