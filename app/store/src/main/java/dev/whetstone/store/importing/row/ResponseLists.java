package dev.whetstone.store.importing.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.store.importing.input.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lists of responses with lists beside them that line up by index.
final class ResponseLists {
    private ResponseLists() {}

    /// The responses in `name`, with scores from the list `scores` and authors from `origins` where
    /// they are there.
    static List<Candidate> candidates(Fields fields, String name, String scores)
            throws RowRejected {
        JsonNode list = fields.required(name);
        if (!list.isArray()) {
            throw new RowRejected(Reason.TYPE, name);
        }
        JsonNode scoreList = beside(fields, scores, list.size());
        JsonNode origins = beside(fields, "origins", list.size());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode score = scoreList.path(i);
            candidates.add(
                    new Candidate(
                            Fields.text(text(list.get(i)), name),
                            origins.path(i).asText(""),
                            score.isMissingNode() || score.isNull()
                                    ? Map.of()
                                    : Map.of("score", Fields.number(score, scores))));
        }
        return candidates;
    }

    /// A response is a text, or an object with the text in it as samplers write it.
    private static JsonNode text(JsonNode response) {
        return response.isObject() ? response.path("text") : response;
    }

    private static JsonNode beside(Fields fields, String name, int size) throws RowRejected {
        if (!fields.has(name)) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        JsonNode list = fields.required(name);
        if (!list.isArray()) {
            throw new RowRejected(Reason.TYPE, name);
        }
        if (list.size() != size) {
            throw new RowRejected(Reason.VALUE, name);
        }
        return list;
    }
}
