package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.core.judgement.Box;
import dev.whetstone.core.judgement.EvidenceSpan;
import dev.whetstone.core.judgement.Explanation;
import dev.whetstone.store.importing.input.Reason;
import java.util.ArrayList;
import java.util.List;

/// `explanation` of a judgements file: `{"box","text","spans":[{"response","start","end"}],
/// "tags"}`.
final class ExplanationField {
    private static final String NAME = "explanation";

    private ExplanationField() {}

    static Explanation read(Fields fields, List<Candidate> responses) throws RowRejected {
        if (!fields.has(NAME)) {
            return Explanation.NONE;
        }
        JsonNode node = fields.required(NAME);
        if (!node.isObject()) {
            throw new RowRejected(Reason.TYPE, NAME);
        }
        return new Explanation(
                box(node.path("box")),
                text(node.path("text"), "text"),
                spans(node.path("spans"), responses),
                tags(node.path("tags")));
    }

    private static Box box(JsonNode node) throws RowRejected {
        if (absent(node)) {
            return Box.COMMENT;
        }
        try {
            return Box.fromWireName(text(node, "box"));
        } catch (IllegalArgumentException e) {
            throw new RowRejected(Reason.VALUE, NAME + ".box");
        }
    }

    private static List<EvidenceSpan> spans(JsonNode list, List<Candidate> responses)
            throws RowRejected {
        List<EvidenceSpan> spans = new ArrayList<>();
        for (JsonNode node : items(list, "spans")) {
            JsonNode response = node.path("response");
            JsonNode start = node.path("start");
            JsonNode end = node.path("end");
            if (!response.isInt() || !start.isInt() || !end.isInt()) {
                throw new RowRejected(Reason.TYPE, NAME + ".spans");
            }
            int index = response.intValue();
            if (index < 0
                    || index >= responses.size()
                    || start.intValue() < 0
                    || end.intValue() <= start.intValue()
                    || end.intValue() > responses.get(index).text().length()) {
                throw new RowRejected(Reason.VALUE, NAME + ".spans");
            }
            spans.add(new EvidenceSpan(index, start.intValue(), end.intValue()));
        }
        return spans;
    }

    private static List<String> tags(JsonNode list) throws RowRejected {
        List<String> tags = new ArrayList<>();
        for (JsonNode node : items(list, "tags")) {
            tags.add(text(node, "tags"));
        }
        return tags;
    }

    private static Iterable<JsonNode> items(JsonNode list, String name) throws RowRejected {
        if (absent(list)) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new RowRejected(Reason.TYPE, NAME + "." + name);
        }
        return list;
    }

    private static String text(JsonNode node, String name) throws RowRejected {
        if (absent(node)) {
            return "";
        }
        if (!node.isTextual()) {
            throw new RowRejected(Reason.TYPE, NAME + "." + name);
        }
        return node.textValue();
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
