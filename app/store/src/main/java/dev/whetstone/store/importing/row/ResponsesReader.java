package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import java.util.List;

/// Responses to be judged: `{"prompt","responses":[..]}` or `{"prompt","response"}`.
final class ResponsesReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        List<Message> turns = PromptField.read(fields, "prompt");
        JsonNode node = fields.has("response") ? fields.required("response") : null;
        List<Candidate> responses =
                node == null
                        ? ResponseLists.candidates(fields, "responses", "scores")
                        : List.of(Candidate.of(Fields.text(node, "response")));
        return new ImportedRow(turns, fields.optionalText("source"), responses, new Verdict.None());
    }
}
