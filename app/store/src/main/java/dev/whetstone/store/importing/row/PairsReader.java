package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.store.importing.input.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The pairs file: `{"prompt","a","b","source"?,"label"?: "a"|"b"|"tie"|p(A)}`.
final class PairsReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        List<Message> turns = PromptField.read(fields, "prompt");
        String a = fields.text("a");
        String b = fields.text("b");
        Verdict verdict =
                fields.has("label")
                        ? Verdict.ofProbability(
                                label(fields.required("label")), fields.optionalText("annotator"))
                        : new Verdict.None();
        List<Candidate> responses =
                List.of(
                        new Candidate(a, fields.optionalText("model_a"), score(fields, "score_a")),
                        new Candidate(b, fields.optionalText("model_b"), score(fields, "score_b")));
        return new ImportedRow(turns, fields.optionalText("source"), responses, verdict);
    }

    private static Map<String, Double> score(Fields fields, String name) throws RowRejected {
        var score = fields.number(name);
        return score.isPresent() ? Map.of("score", score.getAsDouble()) : Map.of();
    }

    private static double label(JsonNode node) throws RowRejected {
        if (node.isTextual()) {
            switch (node.textValue().strip().toLowerCase(Locale.ROOT)) {
                case "a" -> {
                    return 1;
                }
                case "b" -> {
                    return 0;
                }
                case "tie" -> {
                    return .5;
                }
                default -> {
                    if (!node.textValue().matches("\\s*[-+.0-9eE]+\\s*")) {
                        throw new RowRejected(Reason.VALUE, "label");
                    }
                }
            }
        }
        double p = Fields.number(node, "label");
        if (p < 0 || p > 1) {
            throw new RowRejected(Reason.VALUE, "label");
        }
        return p;
    }
}
