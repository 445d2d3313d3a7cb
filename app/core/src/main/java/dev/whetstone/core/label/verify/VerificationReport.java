package dev.whetstone.core.label.verify;

import java.util.List;

/// What a verification found.
///
/// @param cases how many were checked
/// @param failed those that differ by more than their tolerance
/// @param skipped parts of the folder that hold nothing this program computes, with the reason
public record VerificationReport(int cases, List<Failure> failed, List<String> skipped) {
    /// @param name file, set and figure
    /// @param difference largest difference found; NaN when it is none of numbers
    public record Failure(String name, double difference, double tolerance, String message) {}

    public VerificationReport {
        failed = List.copyOf(failed);
        skipped = List.copyOf(skipped);
    }

    public int passed() {
        return cases - failed.size();
    }
}
