package dev.whetstone.store.exporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.project.Message;
import dev.whetstone.core.project.Role;
import dev.whetstone.store.content.ContentHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line a preference, in each format.
final class PreferenceLines {
    private final ExportFormat format;
    private final Losses losses;

    PreferenceLines(ExportFormat format, Losses losses) {
        this.format = format;
        this.losses = losses;
    }

    Optional<ObjectNode> line(PreferenceRow row) {
        if (format == ExportFormat.PAIRS) {
            return Optional.of(pair(row));
        }
        if (row.isTie()) {
            // A trainer that does not read p would take the tie for a preference.
            losses.leaveOut("tie");
            return Optional.empty();
        }
        ObjectNode line =
                switch (format) {
                    case TRL -> texts(row);
                    case TRL_CONVERSATIONAL -> messages(row);
                    case ULTRAFEEDBACK_BINARIZED -> binarized(row);
                    case ALL_RESPONSES, PAIRS, JUDGEMENTS ->
                            throw new IllegalArgumentException(
                                    format.wireName() + " is not made of preferences");
                };
        ownColumns(line, row);
        return Optional.of(line);
    }

    private ObjectNode texts(PreferenceRow row) {
        if (!Json.isPlain(row.turns())) {
            losses.notCarried("turns as messages (written as one text)");
        }
        return scores(
                Json.object()
                        .put("prompt", text(row.turns()))
                        .put("chosen", row.chosen().text())
                        .put("rejected", row.rejected().text()),
                row);
    }

    private ObjectNode messages(PreferenceRow row) {
        ObjectNode line = Json.object();
        line.set("prompt", Json.messages(row.turns()));
        line.set("chosen", answer(row.chosen()));
        line.set("rejected", answer(row.rejected()));
        return scores(line, row);
    }

    private ObjectNode binarized(PreferenceRow row) {
        String prompt = text(row.turns());
        ObjectNode line = Json.object().put("prompt", prompt).put("prompt_id", promptId(prompt));
        line.set("chosen", Json.dialogue(row.turns(), row.chosen().text()));
        line.set("rejected", Json.dialogue(row.turns(), row.rejected().text()));
        line.set("messages", Json.dialogue(row.turns(), row.chosen().text()));
        if (!row.chosen().hasScore() || !row.rejected().hasScore()) {
            losses.notCarried("score columns (this row has no scores)");
        }
        return scores(line, row);
    }

    /// Sides by the texts' hashes, so that a label says nothing by its position.
    private ObjectNode pair(PreferenceRow row) {
        boolean chosenIsA = hash(row.chosen()).compareTo(hash(row.rejected())) < 0;
        Scored a = chosenIsA ? row.chosen() : row.rejected();
        Scored b = chosenIsA ? row.rejected() : row.chosen();
        ObjectNode line = Json.object();
        line.set("prompt", Json.prompt(row.turns()));
        line.put("a", a.text()).put("b", b.text());
        if (!row.source().isEmpty()) {
            line.put("source", row.source());
        }
        if (row.isTie()) {
            line.put("label", "tie");
        } else if (row.p() == 1) {
            line.put("label", chosenIsA ? "a" : "b");
        } else {
            line.put("label", chosenIsA ? row.p() : 1 - row.p());
        }
        putUnlessEmpty(line, "model_a", a.origin());
        putUnlessEmpty(line, "model_b", b.origin());
        putScore(line, "score_a", a);
        putScore(line, "score_b", b);
        putUnlessEmpty(line, "annotator", row.annotator());
        Json.putLineage(line, row.lineage());
        return line;
    }

    /// Columns that other tools ignore, so that our own import loses nothing.
    private void ownColumns(ObjectNode line, PreferenceRow row) {
        if (row.p() < 1) {
            line.put("p", row.p());
            losses.notCarried("soft label (p is a column that trainers ignore)");
        }
        if (!row.source().isEmpty()) {
            line.put("source", row.source());
            losses.notCarried("attached source (a column that trainers ignore)");
        }
        putUnlessEmpty(line, "model_chosen", row.chosen().origin());
        putUnlessEmpty(line, "model_rejected", row.rejected().origin());
        putUnlessEmpty(line, "annotator", row.annotator());
        Json.putLineage(line, row.lineage());
    }

    private static ObjectNode scores(ObjectNode line, PreferenceRow row) {
        if (row.chosen().hasScore() && row.rejected().hasScore()) {
            putScore(line, "score_chosen", row.chosen());
            putScore(line, "score_rejected", row.rejected());
        }
        return line;
    }

    private static ArrayNode answer(Scored response) {
        return Json.messages(List.of(new Message(Role.ASSISTANT, response.text())));
    }

    /// A single user turn as it is; a dialogue with HH-RLHF's markers, open for the answer.
    static String text(List<Message> turns) {
        if (turns.size() == 1 && turns.getFirst().role() == Role.USER) {
            return turns.getFirst().content();
        }
        return turns.stream().map(PreferenceLines::marked).collect(Collectors.joining())
                + "\n\nAssistant:";
    }

    private static String marked(Message turn) {
        return switch (turn.role()) {
            case USER -> "\n\nHuman: " + turn.content();
            case ASSISTANT -> "\n\nAssistant: " + turn.content();
            case SYSTEM -> "\n\nSystem: " + turn.content();
            case TOOL -> "\n\nTool: " + turn.content();
        };
    }

    static String promptId(String prompt) {
        return ContentHash.sha256(prompt).hex();
    }

    private static String hash(Scored response) {
        return ContentHash.of(response.text()).hex();
    }

    private static void putScore(ObjectNode line, String name, Scored response) {
        if (response.hasScore()) {
            line.put(name, response.score());
        }
    }

    private static void putUnlessEmpty(ObjectNode line, String name, String value) {
        if (!value.isEmpty()) {
            line.put(name, value);
        }
    }
}
