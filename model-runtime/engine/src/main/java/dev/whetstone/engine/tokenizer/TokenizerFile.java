package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads tokenizer.json. Files are foreign: sizes are limited, and a part that is not known is an
/// error by name.
final class TokenizerFile {
    private static final long LARGEST_FILE = 100L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenizerFile() {}

    static Tokenizer read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RuntimeFailure(
                    "tokenizer.missing",
                    "There is no " + file,
                    "Save the model's tokenizer in the fast format (tokenizer.json) beside it.");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw broken("file", "larger than 100 MB");
        }
        JsonNode root;
        try (var in = Files.newInputStream(file)) {
            root = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw broken(
                    "line " + (location == null ? 0 : location.getLineNr()),
                    e.getOriginalMessage());
        }
        return tokenizer(root);
    }

    static Tokenizer tokenizer(JsonNode root) {
        var model = ModelFile.read(root.path("model"));
        var added = addedTokens(root.path("added_tokens"));
        var normalizer = PipelineFile.normalizer(root.path("normalizer"), "normalizer");
        return new Tokenizer(
                new Vocabulary(model.vocabulary(), added, token -> decoded(token, normalizer)),
                normalizer,
                PipelineFile.preTokenizer(root.path("pre_tokenizer"), "pre_tokenizer"),
                model.model(),
                PostFile.read(root.path("post_processor"), "post_processor"),
                DecoderFile.read(root.path("decoder"), "decoder"));
    }

    /// The reference knows tokens that are looked for in normalized text by their normalized text.
    private static String decoded(AddedToken token, Optional<Normalizer> normalizer) {
        return token.normalized() && normalizer.isPresent()
                ? normalizer.get().apply(AlignedText.of(token.content())).toString()
                : token.content();
    }

    private static List<AddedToken> addedTokens(JsonNode list) {
        var tokens = new ArrayList<AddedToken>();
        for (var i = 0; i < list.size(); i++) {
            var node = list.get(i);
            var field = "added_tokens[" + i + "]";
            tokens.add(
                    new AddedToken(
                            id(node.path("id"), field + ".id"),
                            text(node, "content", field),
                            node.path("single_word").asBoolean(false),
                            node.path("lstrip").asBoolean(false),
                            node.path("rstrip").asBoolean(false),
                            node.path("normalized").asBoolean(true),
                            node.path("special").asBoolean(false)));
        }
        return tokens;
    }

    static int id(JsonNode node, String field) {
        if (!node.isInt() || node.asInt() < 0) {
            throw broken(field, "must be a whole number from 0 on");
        }
        return node.asInt();
    }

    static String text(JsonNode node, String name, String field) {
        var value = node.path(name);
        if (!value.isTextual()) {
            throw broken(field + "." + name, "must be a text");
        }
        return value.asText();
    }

    static RuntimeFailure broken(String field, String problem) {
        return new RuntimeFailure(
                "tokenizer.format", "tokenizer.json: " + field + ": " + problem, "");
    }

    static RuntimeFailure unsupported(String field, String what) {
        return new RuntimeFailure(
                "tokenizer.unsupported",
                "tokenizer.json: " + field + ": " + what + " is not supported",
                "BPE, Unigram and WordPiece tokenizers are.");
    }
}
