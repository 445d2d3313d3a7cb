package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// `{"prompt_id","prompt","chosen","rejected","all_generated_responses","all_rm_scores"}`.
final class SampledLines {
    private final Losses losses;

    SampledLines(Losses losses) {
        this.losses = losses;
    }

    Optional<ObjectNode> line(SampledRow row) {
        if (!row.responses().stream().allMatch(Scored::hasScore)) {
            losses.leaveOut("a response without a score");
            return Optional.empty();
        }
        if (row.p() == .5) {
            losses.leaveOut("tie");
            return Optional.empty();
        }
        String prompt = PreferenceLines.text(row.turns());
        ObjectNode line = Json.object().put("prompt_id", PreferenceLines.promptId(prompt));
        if (Json.isPlain(row.turns())) {
            line.put("prompt", prompt);
        } else {
            losses.notCarried("turns as messages (written as one text)");
            line.put("prompt", prompt);
        }
        line.set("chosen", Json.dialogue(row.turns(), row.responses().get(row.chosen()).text()));
        line.set(
                "rejected", Json.dialogue(row.turns(), row.responses().get(row.rejected()).text()));
        ArrayNode texts = line.putArray("all_generated_responses");
        ArrayNode scores = line.putArray("all_rm_scores");
        for (Scored response : row.responses()) {
            texts.add(response.text());
            scores.add(response.score());
        }
        if (row.p() < 1) {
            line.put("p", row.p());
            losses.notCarried("soft label (p is a column that trainers ignore)");
        }
        Json.putLineage(line, row.lineage());
        return Optional.of(line);
    }
}
