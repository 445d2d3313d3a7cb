package dev.whetstone.engine.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads config.json of a Hugging Face folder. What would change the maths and is not known is
/// refused by its name.
public final class ConfigReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 10_000_000;
    private static final int LARGEST_SIZE = 1 << 24;

    private final Path file;
    private final JsonNode root;

    private ConfigReader(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// @param folder holds config.json and maybe generation_config.json, whose stop ids count too
    /// @throws RuntimeFailure `model.config` naming file and field
    public static DecoderConfig read(Path folder) {
        Path file = folder.resolve("config.json");
        return new ConfigReader(file, json(file)).config(folder);
    }

    private DecoderConfig config(Path folder) {
        String family = root.path("model_type").asText("");
        if (!List.of("llama", "mistral", "qwen2", "qwen3").contains(family)) {
            throw wrong(
                    "model_type",
                    "'" + family + "' is not supported (llama, mistral, qwen2," + " qwen3 are)");
        }
        String activation = root.path("hidden_act").asText("silu");
        if (!activation.equals("silu")) {
            throw wrong("hidden_act", "'" + activation + "' is not supported (silu is)");
        }
        if (root.has("quantization_config") && !root.get("quantization_config").isNull()) {
            throw wrong("quantization_config", "quantised weights are not supported");
        }
        int hidden = size("hidden_size");
        int heads = size("num_attention_heads");
        int kvHeads = present("num_key_value_heads") ? size("num_key_value_heads") : heads;
        int headDim = present("head_dim") ? size("head_dim") : hidden / heads;
        if (heads % kvHeads != 0) {
            throw wrong("num_key_value_heads", kvHeads + " does not divide " + heads + " heads");
        }
        if (headDim % 2 != 0) {
            throw wrong("head_dim", headDim + " is odd; rotary positions need pairs");
        }
        int layers = size("num_hidden_layers");
        int positions = size("max_position_embeddings");
        return new DecoderConfig(
                family,
                size("vocab_size"),
                hidden,
                size("intermediate_size"),
                layers,
                heads,
                kvHeads,
                headDim,
                positions,
                root.path("rms_norm_eps").asDouble(1e-6),
                root.path("tie_word_embeddings").asBoolean(false)
                        ? DecoderConfig.Head.TIED
                        : DecoderConfig.Head.OWN,
                biases(family),
                family.equals("qwen3")
                        ? DecoderConfig.HeadNorm.QUERIES_AND_KEYS
                        : DecoderConfig.HeadNorm.NONE,
                new RopeReader(file, root, positions).rope(),
                windows(family, layers),
                ids(folder));
    }

    private DecoderConfig.Biases biases(String family) {
        boolean attention = root.path("attention_bias").asBoolean(false);
        boolean mlp = root.path("mlp_bias").asBoolean(false);
        return switch (family) {
            case "qwen2" -> new DecoderConfig.Biases(true, false, false);
            case "mistral" -> DecoderConfig.Biases.NONE;
            case "qwen3" -> new DecoderConfig.Biases(attention, attention, false);
            default -> new DecoderConfig.Biases(attention, attention, mlp);
        };
    }

    private List<Integer> windows(String family, int layers) {
        boolean used =
                switch (family) {
                    case "mistral" -> present("sliding_window");
                    case "qwen2", "qwen3" ->
                            present("sliding_window")
                                    && root.path("use_sliding_window").asBoolean(false);
                    default -> false;
                };
        int window = used ? size("sliding_window") : DecoderConfig.ALL;
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            boolean slides = used && (family.equals("mistral") || qwenSlides(i));
            result.add(slides ? window : DecoderConfig.ALL);
        }
        return result;
    }

    private boolean qwenSlides(int layer) {
        if (!root.path("layer_types").isArray()) {
            return layer >= root.path("max_window_layers").asInt(28);
        }
        String type = root.path("layer_types").path(layer).asText("");
        return switch (type) {
            case "full_attention" -> false;
            case "sliding_attention" -> true;
            default -> throw wrong("layer_types", "'" + type + "' is not supported");
        };
    }

    private SpecialIds ids(Path folder) {
        List<Integer> eos = new ArrayList<>(list(root.path("eos_token_id")));
        Path generation = folder.resolve("generation_config.json");
        if (Files.isRegularFile(generation)) {
            for (int id : list(json(generation).path("eos_token_id"))) {
                if (!eos.contains(id)) {
                    eos.add(id);
                }
            }
        }
        return new SpecialIds(
                root.path("bos_token_id").asInt(SpecialIds.NONE),
                eos,
                root.path("pad_token_id").asInt(SpecialIds.NONE));
    }

    private static List<Integer> list(JsonNode node) {
        List<Integer> ids = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(id -> ids.add(id.asInt()));
        } else if (node.isInt()) {
            ids.add(node.intValue());
        }
        return ids;
    }

    private boolean present(String field) {
        return root.has(field) && !root.get(field).isNull();
    }

    private int size(String field) {
        JsonNode node = root.path(field);
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > LARGEST_SIZE) {
            throw wrong(field, "holds '" + node + "', expected a whole number of 1 or more");
        }
        return node.intValue();
    }

    private RuntimeFailure wrong(String field, String message) {
        return new RuntimeFailure("model.config", file + ": " + field + ": " + message, "");
    }

    private static JsonNode json(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new RuntimeFailure(
                        "model.config",
                        file + ": there is no such file",
                        "name a folder in Hugging Face layout");
            }
            if (Files.size(file) > LARGEST) {
                throw new RuntimeFailure("model.config", file + ": larger than 10 MB", "");
            }
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "model.config", file + ": not valid JSON: " + e.getMessage(), "", e);
        }
    }
}
