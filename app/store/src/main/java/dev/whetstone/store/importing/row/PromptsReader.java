package dev.whetstone.store.importing.row;

import java.util.List;

/// Prompts alone: `{"prompt"}`.
final class PromptsReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        return new ImportedRow(
                PromptField.read(fields, "prompt"),
                fields.optionalText("source"),
                List.of(),
                new Verdict.None());
    }
}
