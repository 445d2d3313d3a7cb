package dev.whetstone.engine.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.family.DecoderConfig;
import dev.whetstone.engine.family.SpecialIds;
import dev.whetstone.engine.text.ModelText;
import dev.whetstone.engine.tokenizer.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A folder's tokenizer as llama.cpp's settings: byte-level BPE whose pre-tokenizer it knows by
/// name, or SentencePiece's BPE.
final class GgufTokenizer {
    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final int UNUSED = 5;
    private static final int BYTE = 6;
    private static final String KEY = "tokenizer.ggml.";

    /// Names of tokens at each of which llama.cpp stops: end of text, of a turn, of a message.
    private static final List<String> ENDS =
            List.of("eos_token_id", "eot_token_id", "eom_token_id");

    private final Tokenizer tokenizer;
    private final JsonNode file;
    private final DecoderConfig config;
    private final List<String> merges;
    private final List<Integer> ends;

    private GgufTokenizer(
            Tokenizer tokenizer,
            JsonNode file,
            DecoderConfig config,
            List<String> merges,
            List<Integer> ends) {
        this.tokenizer = tokenizer;
        this.ends = ends;
        this.file = file;
        this.config = config;
        this.merges = merges;
    }

    /// @throws RuntimeFailure `gguf.tokenizer` for one that llama.cpp has not
    static GgufTokenizer of(Path folder, DecoderConfig config) throws IOException {
        var tokenizer = Tokenizer.ofFolder(folder);
        var file = new ObjectMapper().readTree(folder.resolve("tokenizer.json").toFile());
        if (!file.at("/model/type").asText("BPE").equals("BPE")) {
            throw refused("its model is " + file.at("/model/type").asText());
        }
        if (tokenizer.vocabulary().size() > config.vocabulary()) {
            throw refused("it has more tokens than the model");
        }
        var merges = new ArrayList<String>();
        for (var merge : file.at("/model/merges")) {
            merges.add(
                    merge.isArray()
                            ? merge.get(0).asText() + " " + merge.get(1).asText()
                            : merge.asText());
        }
        return new GgufTokenizer(tokenizer, file, config, merges, ends(folder, tokenizer, config));
    }

    /// All that end an answer, the tokenizer's own end first: that is the one which a chat template
    /// writes.
    private static List<Integer> ends(Path folder, Tokenizer tokenizer, DecoderConfig config)
            throws IOException {
        var ends = new LinkedHashSet<Integer>();
        var named = ModelText.specialTokens(folder).get("eos_token");
        if (named != null) {
            tokenizer.vocabulary().id(named).ifPresent(ends::add);
        }
        ends.addAll(config.ids().eos());
        return List.copyOf(ends);
    }

    void describe(GgufMetadata metadata) {
        var pieces = file.at("/model/byte_fallback").asBoolean(false);
        metadata.text(KEY + "model", pieces ? "llama" : "gpt2");
        if (!pieces) {
            metadata.text(KEY + "pre", PreTokenizers.name(file));
        }
        var texts = new ArrayList<String>();
        var types = new ArrayList<Integer>();
        for (var id = 0; id < config.vocabulary(); id++) {
            texts.add(tokenizer.vocabulary().token(id).orElse("[PAD" + id + "]"));
            types.add(type(id));
        }
        metadata.texts(KEY + "tokens", texts).numbers(KEY + "token_type", types);
        if (pieces) {
            metadata.reals(KEY + "scores", scores(texts));
            metadata.flag(KEY + "add_space_prefix", prepends(file));
        } else {
            metadata.texts(KEY + "merges", merges);
        }
        special(metadata);
    }

    /// Whether a space is put before a text: by a normalizer, or by Metaspace.
    private static boolean prepends(JsonNode file) {
        return file.path("normalizer").findValuesAsText("type").contains("Prepend")
                || file.path("pre_tokenizer").findValuesAsText("prepend_scheme").stream()
                        .anyMatch(scheme -> !scheme.equals("never"));
    }

    private void special(GgufMetadata metadata) {
        var ids = config.ids();
        if (ids.bos() != SpecialIds.NONE) {
            metadata.number(KEY + "bos_token_id", ids.bos());
        }
        for (var i = 0; i < Math.min(ends.size(), ENDS.size()); i++) {
            metadata.number(KEY + ENDS.get(i), ends.get(i));
        }
        if (ids.pad() != SpecialIds.NONE) {
            metadata.number(KEY + "padding_token_id", ids.pad());
        }
        var unknown = file.at("/model/unk_token");
        if (unknown.isTextual()) {
            tokenizer
                    .vocabulary()
                    .id(unknown.asText())
                    .ifPresent(id -> metadata.number(KEY + "unknown_token_id", id));
        }
        var begun = tokenizer.encodeWithSpecial("a").ids();
        metadata.flag(KEY + "add_bos_token", begun.length > 0 && begun[0] == ids.bos());
    }

    private int type(int id) {
        var text = tokenizer.vocabulary().token(id);
        if (text.isEmpty()) {
            return UNUSED;
        }
        if (text.get().equals(file.at("/model/unk_token").asText(""))) {
            return UNKNOWN;
        }
        if (tokenizer.vocabulary().isSpecial(id)) {
            return CONTROL;
        }
        if (tokenizer.addedIds().containsValue(id)) {
            return USER_DEFINED;
        }
        return text.get().matches("<0x[0-9A-F]{2}>") ? BYTE : NORMAL;
    }

    /// SentencePiece merges what has the highest score first: minus the rank of the merge that
    /// makes a token. Other tokens come from no merge; theirs lie below.
    private List<Float> scores(List<String> texts) {
        Map<String, Integer> ranks = new HashMap<>();
        for (var rank = 0; rank < merges.size(); rank++) {
            ranks.putIfAbsent(merges.get(rank).replace(" ", ""), rank);
        }
        return texts.stream()
                .map(text -> -(float) ranks.getOrDefault(text, merges.size() + 1))
                .toList();
    }

    static RuntimeFailure refused(String why) {
        return new RuntimeFailure(
                "gguf.tokenizer",
                "the tokenizer cannot be written as GGUF: " + why,
                "write a safetensors folder");
    }
}
