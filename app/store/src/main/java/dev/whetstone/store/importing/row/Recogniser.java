package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Tells a row's format from its columns and their types.
public final class Recogniser {
    private Recogniser() {}

    public static Optional<RowFormat> format(ObjectNode row) {
        if (row.has("prompt") && row.has("responses")) {
            boolean judged = row.has("ranking") || row.has("both_bad");
            return Optional.of(judged ? RowFormat.JUDGEMENTS : RowFormat.RESPONSES);
        }
        if (row.has("prompt") && row.has("all_generated_responses")) {
            return Optional.of(RowFormat.ALL_RESPONSES);
        }
        if (row.has("chosen") && row.has("rejected")) {
            return Optional.of(preference(row));
        }
        if (row.has("prompt") && row.has("a") && row.has("b")) {
            return Optional.of(RowFormat.PAIRS);
        }
        if (row.has("prompt")) {
            return Optional.of(row.has("response") ? RowFormat.RESPONSES : RowFormat.PROMPTS);
        }
        return Optional.empty();
    }

    private static RowFormat preference(ObjectNode row) {
        JsonNode chosen = PromptField.decoded(row.path("chosen"));
        JsonNode rejected = PromptField.decoded(row.path("rejected"));
        if (chosen.isArray() || rejected.isArray()) {
            boolean binarized =
                    row.has("score_chosen") || row.has("prompt_id") || row.has("messages");
            return binarized ? RowFormat.ULTRAFEEDBACK_BINARIZED : RowFormat.TRL_CONVERSATIONAL;
        }
        if (row.hasNonNull("prompt")) {
            return RowFormat.TRL_EXPLICIT;
        }
        return HhDialogue.isDialogue(chosen.asText()) ? RowFormat.HH_RLHF : RowFormat.TRL_IMPLICIT;
    }
}
