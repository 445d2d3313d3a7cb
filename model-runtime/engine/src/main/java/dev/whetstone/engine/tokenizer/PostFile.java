package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.engine.tokenizer.PostTemplate.Part;
import java.util.ArrayList;
import java.util.List;

/// Reads the `post_processor` of tokenizer.json.
final class PostFile {
    private PostFile() {}

    static PostTemplate read(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return PostTemplate.PLAIN;
        }
        var type = TokenizerFile.text(node, "type", field);
        return switch (type) {
            // it trims offsets only, and those are kept whole here
            case "ByteLevel" -> PostTemplate.PLAIN;
            case "TemplateProcessing" ->
                    new PostTemplate(parts(node, "single", field), parts(node, "pair", field));
            case "BertProcessing" -> around(node, field, 1);
            case "RobertaProcessing" -> around(node, field, 2);
            case "Sequence" -> sequence(node, field);
            default -> throw TokenizerFile.unsupported(field + ".type", type);
        };
    }

    private static PostTemplate sequence(JsonNode node, String field) {
        var template = PostTemplate.PLAIN;
        var list = TokenizerFile.list(node, "processors", field);
        for (var i = 0; i < list.size(); i++) {
            var part = read(list.get(i), field + ".processors[" + i + "]");
            if (part != PostTemplate.PLAIN && template != PostTemplate.PLAIN) {
                throw TokenizerFile.unsupported(field, "a sequence of several templates");
            }
            template = part == PostTemplate.PLAIN ? template : part;
        }
        return template;
    }

    private static PostTemplate around(JsonNode node, String field, int separators) {
        var start = TokenizerFile.id(node.path("cls").path(1), field + ".cls");
        var end = TokenizerFile.id(node.path("sep").path(1), field + ".sep");
        var secondType = separators == 1 ? 1 : 0;
        var first = new Part.Special(List.of(start), 0);
        var last = new Part.Special(List.of(end), 0);
        return new PostTemplate(
                List.of(first, new Part.Text(0, 0), last),
                List.of(
                        first,
                        new Part.Text(0, 0),
                        new Part.Special(java.util.Collections.nCopies(separators, end), 0),
                        new Part.Text(1, secondType),
                        new Part.Special(List.of(end), secondType)));
    }

    private static List<Part> parts(JsonNode node, String name, String field) {
        var parts = new ArrayList<Part>();
        var list = TokenizerFile.list(node, name, field);
        for (var i = 0; i < list.size(); i++) {
            var at = field + "." + name + "[" + i + "]";
            var sequence = list.get(i).path("Sequence");
            var special = list.get(i).path("SpecialToken");
            if (sequence.isObject()) {
                var index = TokenizerFile.text(sequence, "id", at).equals("B") ? 1 : 0;
                if (index == 1 && name.equals("single")) {
                    throw TokenizerFile.broken(at, "there is no second text");
                }
                parts.add(new Part.Text(index, sequence.path("type_id").asInt(0)));
            } else if (special.isObject()) {
                var token = TokenizerFile.text(special, "id", at);
                parts.add(
                        new Part.Special(
                                ids(node.path("special_tokens").path(token), at),
                                special.path("type_id").asInt(0)));
            } else {
                throw TokenizerFile.broken(at, "must be a Sequence or a SpecialToken");
            }
        }
        return parts;
    }

    private static List<Integer> ids(JsonNode token, String field) {
        var ids = new ArrayList<Integer>();
        for (var id : token.path("ids")) {
            ids.add(TokenizerFile.id(id, field + ".ids"));
        }
        if (ids.isEmpty()) {
            throw TokenizerFile.broken(field, "its special token has no ids");
        }
        return ids;
    }
}
