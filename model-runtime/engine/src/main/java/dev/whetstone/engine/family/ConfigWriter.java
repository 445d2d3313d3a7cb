package dev.whetstone.engine.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes config.json and generation_config.json of a new Llama.
public final class ConfigWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigWriter() {}

    /// @param config with default rotary positions and no biases or windows
    /// @param dtype in Transformers' spelling, e.g. `float16`
    public static void write(Path folder, DecoderConfig config, String dtype) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("architectures").add("LlamaForCausalLM");
        root.put("attention_bias", false);
        root.put("attention_dropout", 0.0);
        ids(root, config.ids());
        root.put("head_dim", config.headDim());
        root.put("hidden_act", "silu");
        root.put("hidden_size", config.hidden());
        root.put("initializer_range", 0.02);
        root.put("intermediate_size", config.intermediate());
        root.put("max_position_embeddings", config.maxPositions());
        root.put("mlp_bias", false);
        root.put("model_type", "llama");
        root.put("num_attention_heads", config.heads());
        root.put("num_hidden_layers", config.layers());
        root.put("num_key_value_heads", config.kvHeads());
        root.put("rms_norm_eps", config.normEps());
        root.put("rope_theta", rope(config).theta());
        root.putNull("rope_scaling");
        root.put("tie_word_embeddings", config.head() == DecoderConfig.Head.TIED);
        root.put("torch_dtype", dtype);
        root.put("use_cache", true);
        root.put("vocab_size", config.vocabulary());
        save(folder.resolve("config.json"), root);
        ObjectNode generation = JSON.createObjectNode();
        ids(generation, config.ids());
        save(folder.resolve("generation_config.json"), generation);
    }

    private static Rope rope(DecoderConfig config) {
        return switch (config.positions()) {
            case Rope rope -> rope;
            case Positions.Learned learned ->
                    throw new IllegalArgumentException("a Llama has no learned positions");
        };
    }

    private static void ids(ObjectNode root, SpecialIds ids) {
        if (ids.bos() != SpecialIds.NONE) {
            root.put("bos_token_id", ids.bos());
        }
        if (ids.eos().size() == 1) {
            root.put("eos_token_id", ids.eos().getFirst());
        } else {
            ArrayNode all = root.putArray("eos_token_id");
            ids.eos().forEach(all::add);
        }
        if (ids.pad() != SpecialIds.NONE) {
            root.put("pad_token_id", ids.pad());
        }
    }

    private static void save(Path file, ObjectNode root) throws IOException {
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
