package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.importing.input.Reason;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Chosen against rejected: TRL's explicit, implicit and conversational rows, HH-RLHF, and
/// UltraFeedback-binarized. Optional `p` is the probability that `chosen` is really preferred.
final class PreferenceReader implements RowReader {
    @Override
    public ImportedRow read(Fields fields) throws RowRejected {
        JsonNode chosen = PromptField.decoded(fields.required("chosen"));
        JsonNode rejected = PromptField.decoded(fields.required("rejected"));
        if (chosen.isArray() != rejected.isArray()) {
            throw new RowRejected(Reason.TYPE, "rejected");
        }
        Pair pair;
        if (chosen.isArray()) {
            pair = dialogues(fields, chosen, rejected);
        } else if (fields.has("prompt")) {
            pair =
                    new Pair(
                            PromptField.read(fields, "prompt"),
                            Fields.text(chosen, "chosen"),
                            Fields.text(rejected, "rejected"));
        } else {
            pair = implicit(Fields.text(chosen, "chosen"), Fields.text(rejected, "rejected"));
        }
        OptionalDouble p = fields.probability("p");
        return new ImportedRow(
                pair.turns(),
                fields.optionalText("source"),
                List.of(
                        candidate(pair.chosen(), fields, "chosen"),
                        candidate(pair.rejected(), fields, "rejected")),
                Verdict.ofProbability(p.orElse(1), fields.optionalText("annotator")));
    }

    private record Pair(List<Message> turns, String chosen, String rejected) {}

    private static Candidate candidate(String text, Fields fields, String side) throws RowRejected {
        if (text.isBlank()) {
            throw new RowRejected(Reason.EMPTY, side);
        }
        OptionalDouble score = fields.number("score_" + side);
        return new Candidate(
                text,
                fields.optionalText("model_" + side),
                score.isPresent() ? Map.of("score", score.getAsDouble()) : Map.of());
    }

    /// The prompt is what both texts begin with. HH-RLHF's dialogues part at the last assistant
    /// marker; other texts part where they differ, before the blank there (as TRL's
    /// `extract_prompt` does).
    private static Pair implicit(String chosen, String rejected) throws RowRejected {
        boolean dialogue = HhDialogue.isDialogue(chosen) && HhDialogue.isDialogue(rejected);
        int end =
                dialogue
                        ? HhDialogue.sharedPrompt(chosen, rejected)
                        : HhDialogue.commonPrefix(chosen, rejected);
        if (!dialogue && end > 0 && end < chosen.length() && chosen.charAt(end - 1) == ' ') {
            end--;
        }
        String prompt = chosen.substring(0, end);
        if (prompt.isBlank()) {
            throw new RowRejected(Reason.MISSING, "prompt");
        }
        return new Pair(
                dialogue ? HhDialogue.turns(prompt) : List.of(new Message(Role.USER, prompt)),
                answer(chosen, end, dialogue),
                answer(rejected, end, dialogue));
    }

    private static String answer(String text, int from, boolean dialogue) {
        String answer = text.substring(from);
        return dialogue && answer.startsWith(" ") ? answer.substring(1) : answer;
    }

    private static Pair dialogues(Fields fields, JsonNode chosen, JsonNode rejected)
            throws RowRejected {
        List<Message> first = dialogue(chosen, "chosen");
        List<Message> second = dialogue(rejected, "rejected");
        List<Message> turns = before(first);
        if (!turns.equals(before(second))) {
            throw new RowRejected(Reason.VALUE, "rejected");
        }
        return new Pair(
                prompt(fields, turns), first.getLast().content(), second.getLast().content());
    }

    /// `prompt` may stand alone, come before the dialogues, or repeat what they begin with; as
    /// a text it is a rendering of the dialogue, which says it exactly.
    private static List<Message> prompt(Fields fields, List<Message> turns) throws RowRejected {
        if (!fields.has("prompt")) {
            if (turns.isEmpty()) {
                throw new RowRejected(Reason.MISSING, "prompt");
            }
            return turns;
        }
        List<Message> given = PromptField.read(fields, "prompt");
        boolean text = !PromptField.decoded(fields.required("prompt")).isArray();
        if (turns.isEmpty()) {
            return given;
        }
        boolean repeated =
                turns.size() >= given.size() && turns.subList(0, given.size()).equals(given);
        return text || repeated ? turns : Stream.concat(given.stream(), turns.stream()).toList();
    }

    private static List<Message> dialogue(JsonNode node, String name) throws RowRejected {
        List<Message> dialogue = PromptField.messages(node, name);
        if (dialogue.getLast().role() != Role.ASSISTANT) {
            throw new RowRejected(Reason.VALUE, name);
        }
        return dialogue;
    }

    private static List<Message> before(List<Message> dialogue) {
        return dialogue.subList(0, dialogue.size() - 1);
    }
}
