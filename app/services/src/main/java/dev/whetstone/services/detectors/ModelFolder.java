package dev.whetstone.services.detectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A first look into a folder that may hold a text classifier; the worker checks the rest.
final class ModelFolder {
    private static final long MOST_BYTES = 1L << 20;
    private static final int MOST_LABELS = 1_000;
    private static final String ARCHITECTURE = "ForSequenceClassification";

    private ModelFolder() {}

    /// What the classifier tells apart, in its order.
    static List<String> labels(Path folder) {
        Path config = folder.resolve("config.json");
        requireModel(folder, config);
        JsonNode settings = JsonFiles.read(config, JsonNode.class);
        JsonNode names = settings.path("id2label");
        boolean classifies =
                settings.path("architectures").path(0).asText("").endsWith(ARCHITECTURE);
        int count =
                names.isObject()
                        ? names.size()
                        : classifies ? settings.path("num_labels").asInt(2) : 0;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_LABELS); i++) {
            labels.add(names.path(String.valueOf(i)).asText("LABEL_" + i));
        }
        if (labels.size() < 2) {
            throw new ServiceException(
                    "detector.folder",
                    config + ": \"id2label\" names no labels, so this is no text classifier.",
                    "Choose the folder of a model for sequence classification.");
        }
        return labels;
    }

    private static void requireModel(Path folder, Path config) {
        if (!Files.isRegularFile(config)) {
            throw new ServiceException(
                    "detector.folder",
                    folder + " has no config.json, so it is no model's folder.",
                    "Choose a folder in Hugging Face layout: config.json, tokenizer.json and"
                            + " safetensors.");
        }
        try {
            if (Files.size(config) > MOST_BYTES) {
                throw new ServiceException(
                        "detector.folder", config + " is larger than 1 MiB.", "");
            }
        } catch (IOException e) {
            throw new ServiceException(
                    "file.io", "Cannot read " + config + ": " + e.getMessage(), "", e);
        }
    }
}
