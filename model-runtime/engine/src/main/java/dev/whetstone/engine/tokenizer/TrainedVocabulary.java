package dev.whetstone.engine.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A trained byte-level vocabulary and its files in Hugging Face's form.
///
/// @param ids by token, in the order of the ids
/// @param merges in the order in which they were learnt
/// @param special control tokens
public record TrainedVocabulary(
        Map<String, Integer> ids, List<List<String>> merges, List<String> special) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Cuts as the written file's pre-tokenizer does.
    static final PreTokenizer PRE_TOKENIZER =
            PipelineFile.preTokenizer(byteLevel(), "pre_tokenizer").orElseThrow();

    public Tokenizer tokenizer() {
        return TokenizerFile.tokenizer(json());
    }

    /// Writes `tokenizer.json` and `tokenizer_config.json`.
    ///
    /// @param endOfText one of the special tokens
    /// @param padding one of the special tokens
    public void write(Path folder, String endOfText, String padding, int maxTokens)
            throws IOException {
        var config = JSON.createObjectNode();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.putNull("bos_token");
        config.put("eos_token", endOfText);
        config.put("pad_token", padding);
        config.put("model_max_length", maxTokens);
        config.put("clean_up_tokenization_spaces", false);
        Files.writeString(folder.resolve("tokenizer.json"), JSON.writeValueAsString(json()) + "\n");
        Files.writeString(
                folder.resolve("tokenizer_config.json"), JSON.writeValueAsString(config) + "\n");
    }

    private ObjectNode json() {
        var root = JSON.createObjectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        var added = root.putArray("added_tokens");
        for (var token : special) {
            var node = added.addObject();
            node.put("id", ids.get(token));
            node.put("content", token);
            node.put("single_word", false);
            node.put("lstrip", false);
            node.put("rstrip", false);
            node.put("normalized", false);
            node.put("special", true);
        }
        root.putNull("normalizer");
        root.set("pre_tokenizer", byteLevel());
        root.putNull("post_processor");
        root.set("decoder", byteLevel());
        var model = root.putObject("model");
        model.put("type", "BPE");
        for (var none :
                List.of(
                        "dropout",
                        "unk_token",
                        "continuing_subword_prefix",
                        "end_of_word_suffix")) {
            model.putNull(none);
        }
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        var vocab = model.putObject("vocab");
        ids.forEach(vocab::put);
        var list = model.putArray("merges");
        merges.forEach(pair -> list.addArray().add(pair.get(0)).add(pair.get(1)));
        return root;
    }

    private static ObjectNode byteLevel() {
        var node = JSON.createObjectNode();
        node.put("type", "ByteLevel");
        node.put("add_prefix_space", false);
        node.put("trim_offsets", true);
        node.put("use_regex", true);
        return node;
    }
}
