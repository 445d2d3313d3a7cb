package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads the `decoder` of tokenizer.json.
final class DecoderFile {
    private DecoderFile() {}

    static TokenDecoder read(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return new TokenDecoder.Spaced();
        }
        var type = TokenizerFile.text(node, "type", field);
        return switch (type) {
            case "ByteLevel" -> new TokenDecoder.ByteLevel();
            case "ByteFallback" -> new TokenDecoder.ByteFallback();
            case "Fuse" -> new TokenDecoder.Fuse();
            case "Metaspace" -> metaspace(node, field);
            case "WordPiece" ->
                    new TokenDecoder.WordPiece(
                            TokenizerFile.text(node, "prefix", field), cleanup(node));
            case "Replace" -> replace(node, field);
            case "Strip" -> strip(node, field);
            case "Sequence" -> new TokenDecoder.Chain(parts(node, field));
            default -> throw TokenizerFile.unsupported(field + ".type", type);
        };
    }

    private static TokenDecoder.WordPiece.Cleanup cleanup(JsonNode node) {
        return node.path("cleanup").asBoolean(true)
                ? TokenDecoder.WordPiece.Cleanup.ENGLISH
                : TokenDecoder.WordPiece.Cleanup.NONE;
    }

    private static TokenDecoder replace(JsonNode node, String field) {
        var from = node.path("pattern").path("String");
        if (!from.isTextual()) {
            throw TokenizerFile.unsupported(field + ".pattern", "replacing by a pattern");
        }
        return new TokenDecoder.Replace(from.asText(), TokenizerFile.text(node, "content", field));
    }

    private static TokenDecoder strip(JsonNode node, String field) {
        var content = TokenizerFile.text(node, "content", field);
        if (content.length() != 1) {
            throw TokenizerFile.broken(field + ".content", "must be one character");
        }
        return new TokenDecoder.Strip(
                content.charAt(0), node.path("start").asInt(0), node.path("stop").asInt(0));
    }

    private static TokenDecoder metaspace(JsonNode node, String field) {
        var never =
                node.path("prepend_scheme").asText("always").equals("never")
                        || !node.path("add_prefix_space").asBoolean(true);
        return new TokenDecoder.Metaspace(PipelineFile.replacement(node, field), !never);
    }

    private static List<TokenDecoder> parts(JsonNode node, String field) {
        var parts = new ArrayList<TokenDecoder>();
        var list = TokenizerFile.list(node, "decoders", field);
        for (var i = 0; i < list.size(); i++) {
            parts.add(read(list.get(i), field + ".decoders[" + i + "]"));
        }
        return List.copyOf(parts);
    }
}
