package dev.whetstone.services.data;

import java.nio.file.Path;
import java.util.List;

/// What an import did or would do, as the command line documents it.
///
/// @param comparisons distinct (prompt, set of responses) that were judged
/// @param judgements one person's verdict each, without `duplicates`
/// @param ties two or more in a tier, both-bad not included
/// @param skipped rows that hold no judgement though nothing is wrong
public record ImportReport(
        Path file,
        String format,
        String as,
        int prompts,
        int responses,
        int comparisons,
        int judgements,
        int duplicates,
        int ties,
        int bothBad,
        int strengths,
        int explanations,
        int ratings,
        int scores,
        int absolute,
        int spans,
        int skipped,
        List<RejectedRow> rejected) {
    public ImportReport {
        rejected = List.copyOf(rejected);
    }
}
