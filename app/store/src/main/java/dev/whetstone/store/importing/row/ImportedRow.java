package dev.whetstone.store.importing.row;

import dev.whetstone.core.project.Message;
import java.util.List;

/// What one row brings.
///
/// @param source attached text; empty when none
public record ImportedRow(
        List<Message> turns, String source, List<Candidate> responses, Verdict verdict) {
    public ImportedRow {
        turns = List.copyOf(turns);
        responses = List.copyOf(responses);
    }
}
