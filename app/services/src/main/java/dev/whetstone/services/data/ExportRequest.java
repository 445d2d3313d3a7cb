package dev.whetstone.services.data;

import java.nio.file.Path;

/// @param format e.g. `trl`, `zephyr`, `responses` (all_generated_responses, all_rm_scores)
/// @param from `judgements`, `labels` or `iteration-N`
/// @param minConfidence labels with max(p, 1 - p) below are left out
/// @param overwrite what to do when `out` exists
public record ExportRequest(
        String format, String from, double minConfidence, Path out, Overwrite overwrite) {
    /// Existing files.
    public enum Overwrite {
        REFUSE,
        REPLACE
    }
}
