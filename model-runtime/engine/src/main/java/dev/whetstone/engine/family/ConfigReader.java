package dev.whetstone.engine.family;

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
    private static final List<String> WRITES = List.of("ForCausalLM", "LMHeadModel", "Model");
    private static final String SCORES = "ForSequenceClassification";

    private ConfigReader() {}

    /// @param folder holds config.json and maybe generation_config.json, whose stop ids count too
    /// @throws RuntimeFailure `model.config` naming file and field
    public static DecoderConfig read(Path folder) {
        Path file = folder.resolve("config.json");
        JsonNode root = json(file);
        ConfigFields fields = new ConfigFields(file, root, ids(root, folder));
        Family family = Families.of(fields);
        if (fields.has("quantization_config")) {
            throw fields.wrong("quantization_config", "quantised weights are not supported");
        }
        List<String> architectures = fields.texts("architectures");
        if (architectures.isEmpty()) {
            return family.read(fields);
        }
        String name = architectures.getFirst();
        if (name.equals(family.architecture() + SCORES)) {
            return family.read(fields).scoring(labels(fields));
        }
        if (WRITES.stream().noneMatch(ending -> name.equals(family.architecture() + ending))) {
            throw fields.wrong("architectures", "'" + name + "' is not supported");
        }
        return family.read(fields);
    }

    /// What `architectures` calls a family's model for sequence classification.
    public static String scoringArchitecture(String family) {
        return Families.named(family).architecture() + SCORES;
    }

    /// Transformers writes the labels' names; their number is how many there are, usually two.
    private static int labels(ConfigFields fields) {
        int named = fields.members("id2label");
        return fields.size("num_labels", named == 0 ? 2 : named);
    }

    private static SpecialIds ids(JsonNode root, Path folder) {
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
