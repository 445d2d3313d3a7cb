package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Reads the `model` of tokenizer.json.
final class ModelFile {
    private static final int MOST_ENTRIES = 2_000_000;
    private static final int LONGEST_ENTRY = 4_096;

    private ModelFile() {}

    record Loaded(Map<String, Integer> vocabulary, SubwordModel model) {}

    static Loaded read(JsonNode model) {
        // files of before 2020 name no type; only BPE has merges
        var type = model.path("type").asText(model.has("merges") ? "BPE" : "");
        return switch (type) {
            case "BPE" -> bytePairs(model);
            case "Unigram" -> unigram(model);
            case "WordPiece" -> wordPiece(model);
            default ->
                    throw TokenizerFile.unsupported(
                            "model.type", type.isEmpty() ? "an unnamed model" : type);
        };
    }

    private static Loaded wordPiece(JsonNode model) {
        var vocabulary = vocabulary(model.path("vocab"));
        var unknown =
                unknown(model.path("unk_token"), vocabulary)
                        .orElseThrow(
                                () -> TokenizerFile.broken("model.unk_token", "must be a text"));
        var longest = model.path("max_input_chars_per_word").asInt(100);
        return new Loaded(
                vocabulary,
                new WordPieceModel(
                        vocabulary,
                        model.path("continuing_subword_prefix").asText("##"),
                        unknown,
                        longest));
    }

    private static Loaded unigram(JsonNode model) {
        var list = model.path("vocab");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ENTRIES) {
            throw TokenizerFile.broken(
                    "model.vocab", "must be a list of at most " + MOST_ENTRIES + " entries");
        }
        var entries = new ArrayList<UnigramModel.Entry>();
        var ids = HashMap.<String, Integer>newHashMap(list.size());
        for (var id = 0; id < list.size(); id++) {
            var entry = list.get(id);
            var field = "model.vocab[" + id + "]";
            if (!entry.path(0).isTextual() || !entry.path(1).isNumber()) {
                throw TokenizerFile.broken(field, "must be a text and its score");
            }
            entries.add(new UnigramModel.Entry(text(entry.path(0)), entry.path(1).doubleValue()));
            ids.put(entry.path(0).textValue(), id);
        }
        var unknown = OptionalInt.empty();
        if (model.hasNonNull("unk_id")) {
            unknown = OptionalInt.of(TokenizerFile.id(model.path("unk_id"), "model.unk_id"));
            if (unknown.getAsInt() >= entries.size()) {
                throw TokenizerFile.broken("model.unk_id", "is not in the vocabulary");
            }
        }
        var bytes =
                model.path("byte_fallback").asBoolean(false)
                        ? ByteSpelling.of(ids)
                        : ByteSpelling.NONE;
        return new Loaded(ids, new UnigramModel(entries, ids, unknown, bytes));
    }

    private static String text(JsonNode entry) {
        if (entry.textValue().length() > LONGEST_ENTRY) {
            throw TokenizerFile.broken("model.vocab", "a token is too long");
        }
        return entry.textValue();
    }

    private static Loaded bytePairs(JsonNode model) {
        if (model.path("dropout").asDouble(0) != 0) {
            throw TokenizerFile.unsupported("model.dropout", "a random tokenizer");
        }
        for (var affix : new String[] {"continuing_subword_prefix", "end_of_word_suffix"}) {
            if (!model.path(affix).asText("").isEmpty() && !model.path(affix).isNull()) {
                throw TokenizerFile.unsupported("model." + affix, model.path(affix).asText());
            }
        }
        var vocabulary = vocabulary(model.path("vocab"));
        var options =
                new BpeModel.Options(
                        unknown(model.path("unk_token"), vocabulary),
                        model.path("fuse_unk").asBoolean(false),
                        model.path("byte_fallback").asBoolean(false),
                        model.path("ignore_merges").asBoolean(false));
        return new Loaded(
                vocabulary,
                new BpeModel(vocabulary, merges(model.path("merges"), vocabulary), options));
    }

    private static Map<String, Integer> vocabulary(JsonNode vocab) {
        if (!vocab.isObject() || vocab.isEmpty()) {
            throw TokenizerFile.broken("model.vocab", "must be an object from token to id");
        }
        if (vocab.size() > MOST_ENTRIES) {
            throw TokenizerFile.broken("model.vocab", "more than " + MOST_ENTRIES + " entries");
        }
        var ids = HashMap.<String, Integer>newHashMap(vocab.size());
        for (var entry : vocab.properties()) {
            var field = "model.vocab[" + entry.getKey() + "]";
            if (entry.getKey().length() > LONGEST_ENTRY) {
                throw TokenizerFile.broken("model.vocab", "a token is too long");
            }
            ids.put(entry.getKey(), TokenizerFile.id(entry.getValue(), field));
        }
        return ids;
    }

    private static OptionalInt unknown(JsonNode token, Map<String, Integer> vocabulary) {
        if (!token.isTextual()) {
            return OptionalInt.empty();
        }
        var id = vocabulary.get(token.asText());
        if (id == null) {
            throw TokenizerFile.broken("model.unk_token", "is not in the vocabulary");
        }
        return OptionalInt.of(id);
    }

    private static PairTable merges(JsonNode merges, Map<String, Integer> vocabulary) {
        if (!merges.isArray() || merges.size() > MOST_ENTRIES) {
            throw TokenizerFile.broken(
                    "model.merges", "must be a list of at most " + MOST_ENTRIES + " pairs");
        }
        var table = new PairTable(merges.size());
        for (var rank = 0; rank < merges.size(); rank++) {
            var field = "model.merges[" + rank + "]";
            var pair = pair(merges.get(rank), field);
            var left = vocabulary.get(pair[0]);
            var right = vocabulary.get(pair[1]);
            var merged = vocabulary.get(pair[0] + pair[1]);
            if (left == null || right == null || merged == null) {
                throw TokenizerFile.broken(field, "names a token that is not in the vocabulary");
            }
            table.putIfAbsent(PairTable.key(left, right), rank, merged);
        }
        return table;
    }

    /// Newer files write pairs as lists, older ones as one text with a space.
    private static String[] pair(JsonNode merge, String field) {
        if (merge.isArray() && merge.size() == 2) {
            return new String[] {merge.get(0).asText(), merge.get(1).asText()};
        }
        var space = merge.isTextual() ? merge.asText().indexOf(' ') : -1;
        if (space < 1 || merge.asText().indexOf(' ', space + 1) >= 0) {
            throw TokenizerFile.broken(field, "must be a pair of tokens");
        }
        return new String[] {
            merge.asText().substring(0, space), merge.asText().substring(space + 1)
        };
    }
}
