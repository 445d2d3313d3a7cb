package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.judgement.Ranking;
import dev.whetstone.core.project.Message;
import dev.whetstone.store.importing.input.Reason;
import java.util.List;

/// `{"prompt","all_generated_responses","all_rm_scores"?,"chosen"?,"rejected"?}`: several sampled
/// responses a prompt, of which two may be picked as chosen and rejected.
final class SampledReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        List<Message> turns = turns(fields);
        List<Candidate> responses =
                ResponseLists.candidates(fields, "all_generated_responses", "all_rm_scores");
        if (responses.isEmpty()) {
            throw new RowRejected(Reason.EMPTY, "all_generated_responses");
        }
        if (!fields.has("chosen") || !fields.has("rejected")) {
            return new ImportedRow(
                    turns, fields.optionalText("source"), responses, new Verdict.None());
        }
        int chosen = pick(fields, "chosen", responses);
        int rejected = pick(fields, "rejected", responses);
        Verdict.Given pair =
                (Verdict.Given)
                        Verdict.ofProbability(
                                fields.probability("p").orElse(1),
                                fields.optionalText("annotator"));
        return new ImportedRow(
                turns,
                fields.optionalText("source"),
                responses,
                new Verdict.Given(
                        renamed(pair.ranking(), chosen, rejected),
                        pair.strength(),
                        pair.acceptable(),
                        false,
                        pair.explanation(),
                        List.of(chosen, rejected),
                        pair.certainty(),
                        pair.annotator(),
                        pair.judgedAt()));
    }

    /// The dialogue in `chosen` says it exactly; `prompt` may be the same in one text.
    private static List<Message> turns(Fields fields) throws RowRejected {
        if (fields.has("chosen")) {
            JsonNode chosen = PromptField.decoded(fields.required("chosen"));
            if (chosen.isArray() && chosen.size() > 1) {
                List<Message> dialogue = PromptField.messages(chosen, "chosen");
                return dialogue.subList(0, dialogue.size() - 1);
            }
        }
        return PromptField.read(fields, "prompt");
    }

    private static Ranking renamed(Ranking ofTwo, int chosen, int rejected) throws RowRejected {
        if (chosen == rejected) {
            throw new RowRejected(Reason.VALUE, "rejected");
        }
        return new Ranking(
                ofTwo.tiers().stream()
                        .map(
                                tier ->
                                        tier.stream()
                                                .map(index -> index == 0 ? chosen : rejected)
                                                .toList())
                        .toList());
    }

    private static int pick(Fields fields, String name, List<Candidate> responses)
            throws RowRejected {
        JsonNode node = PromptField.decoded(fields.required(name));
        String text =
                node.isArray()
                        ? PromptField.messages(node, name).getLast().content()
                        : Fields.text(node, name);
        for (int i = 0; i < responses.size(); i++) {
            if (responses.get(i).text().strip().equals(text.strip())) {
                return i;
            }
        }
        throw new RowRejected(Reason.VALUE, name);
    }
}
