package dev.whetstone.engine.verify;

/// One case and how it went.
///
/// @param name the file and what of it
/// @param difference the largest found; for ids and texts how many differ
/// @param message why it could not be checked; empty where it was
public record Check(String name, double difference, double tolerance, String message) {
    public boolean passed() {
        return message.isEmpty() && difference <= tolerance;
    }

    static Check of(String name, double difference, double tolerance) {
        return new Check(name, difference, tolerance, "");
    }

    /// Texts or ids that must be equal.
    static Check equal(String name, long different) {
        return new Check(name, different, 0, "");
    }

    static Check failed(String name, String message) {
        return new Check(name, Double.NaN, 0, message);
    }
}
