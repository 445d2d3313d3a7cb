package dev.whetstone.store.exporting;

/// A response to be written.
///
/// @param origin who wrote it; empty when unknown
/// @param score NaN when it has none
public record Scored(String text, String origin, double score) {
    public static Scored unscored(String text) {
        return new Scored(text, "", Double.NaN);
    }

    public boolean hasScore() {
        return !Double.isNaN(score);
    }
}
