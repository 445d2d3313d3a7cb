package dev.whetstone.services.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.core.detect.Accuracy;
import dev.whetstone.core.detect.LinearHead;
import dev.whetstone.core.evaluate.Estimate;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.store.content.ContentHash;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Detectors as JSON: names, texts and plain numbers, no code.
public final class DetectorJson {
    private static final int MOST_DIMENSIONS = 65_536;
    private static final int MOST_EXAMPLES = 10_000;

    private DetectorJson() {}

    /// The whole detector, for a file of its own.
    public static ObjectNode write(Detector detector) {
        return body(detector)
                .put("name", detector.name())
                .put("version", detector.version())
                .put("kind", detector.recipe().kind());
    }

    /// All but name, version and kind, as the project file keeps it.
    public static ObjectNode body(Detector detector) {
        ObjectNode json = JsonFiles.object();
        json.set("recipe", recipe(detector.recipe()));
        json.set("model", model(detector.model()));
        json.set("accuracy", accuracy(detector.accuracy()));
        json.put("taught", detector.taught());
        return json;
    }

    private static ObjectNode recipe(Recipe recipe) {
        ObjectNode json = JsonFiles.object();
        switch (recipe) {
            case Recipe.Examples(var concept, var like, var unlike) -> {
                json.put("concept", concept);
                like.forEach(json.putArray("like")::add);
                unlike.forEach(json.putArray("unlike")::add);
            }
            case Recipe.Head _ -> {}
            case Recipe.Checkpoint(var folder, var label) ->
                    json.put("folder", folder.toString()).put("label", label);
        }
        return json;
    }

    private static ObjectNode model(DetectorModel model) {
        ObjectNode json = JsonFiles.object();
        switch (model) {
            case DetectorModel.Untrained _ -> {}
            case DetectorModel.OnEmbeddings(var encoder, var head) -> {
                json.put("encoder", encoder).put("bias", head.bias());
                ArrayNode weights = json.putArray("weights");
                for (double weight : head.weights()) {
                    weights.add(weight);
                }
            }
            case DetectorModel.Checkpoint(var folder, var label, var content) ->
                    json.put("folder", folder.toString())
                            .put("label", label)
                            .put("content", content);
        }
        return json;
    }

    private static ObjectNode accuracy(Accuracy of) {
        ObjectNode json =
                JsonFiles.object().put("marks", of.marks()).put("positives", of.positives());
        if (of.marks() > 0) {
            json.put("value", of.accuracy().value())
                    .put("low", of.accuracy().low())
                    .put("high", of.accuracy().high())
                    .put("majority", of.majority());
            if (!Double.isNaN(of.auc())) {
                json.put("auc", of.auc());
            }
        }
        return json;
    }

    /// What decides a model's scores.
    public static ContentHash fingerprint(DetectorModel model) {
        return switch (model) {
            case DetectorModel.Untrained _ -> ContentHash.of("untrained");
            case DetectorModel.OnEmbeddings _ ->
                    ContentHash.of("embeddings", model(model).toString());
            case DetectorModel.Checkpoint(_, var label, var content) ->
                    ContentHash.of("checkpoint", content, label);
        };
    }

    /// Reads what [#write] wrote.
    ///
    /// @param where what messages name
    /// @throws ServiceException `detector.damaged`, naming the field
    public static Detector read(JsonNode json, String where) {
        String name = text(json, "name", where);
        int version = json.path("version").asInt(1);
        return read(name, version, text(json, "kind", where), json, where);
    }

    /// Reads a body.
    ///
    /// @throws ServiceException `detector.damaged`, naming the field
    public static Detector read(
            String name, int version, String kind, JsonNode body, String where) {
        Recipe recipe = readRecipe(kind, body.path("recipe"), where);
        DetectorModel model = readModel(body.path("model"), where);
        return new Detector(
                name,
                version,
                recipe,
                model,
                readAccuracy(body.path("accuracy")),
                fingerprint(model),
                body.path("taught").asText(""));
    }

    /// Reads a stored body's text.
    public static Detector read(String name, int version, String kind, String body) {
        try {
            return read(
                    name,
                    version,
                    kind,
                    JsonFiles.mapper().readTree(body),
                    "the detector #" + name);
        } catch (JsonProcessingException e) {
            throw damaged("the detector #" + name, String.valueOf(e.getOriginalMessage()), e);
        }
    }

    private static Recipe readRecipe(String kind, JsonNode json, String where) {
        return switch (kind) {
            case "examples" ->
                    new Recipe.Examples(
                            json.path("concept").asText(""),
                            texts(json.path("like"), "like", where),
                            texts(json.path("unlike"), "unlike", where));
            case "head" -> new Recipe.Head();
            case "checkpoint" ->
                    new Recipe.Checkpoint(folder(json, where), text(json, "label", where));
            default -> throw damaged(where, "there is no kind \"" + kind + "\"");
        };
    }

    private static DetectorModel readModel(JsonNode json, String where) {
        if (json.has("weights")) {
            JsonNode array = json.path("weights");
            if (array.size() > MOST_DIMENSIONS || array.isEmpty()) {
                throw damaged(where, "\"weights\" has " + array.size() + " numbers");
            }
            double[] weights = new double[array.size()];
            for (int d = 0; d < weights.length; d++) {
                weights[d] = number(array.path(d), "weights[" + d + "]", where);
            }
            return new DetectorModel.OnEmbeddings(
                    text(json, "encoder", where),
                    new LinearHead(weights, number(json.path("bias"), "bias", where)));
        }
        return json.has("content")
                ? new DetectorModel.Checkpoint(
                        folder(json, where),
                        text(json, "label", where),
                        text(json, "content", where))
                : new DetectorModel.Untrained();
    }

    private static Accuracy readAccuracy(JsonNode json) {
        int marks = json.path("marks").asInt(0);
        return marks <= 0
                ? Accuracy.UNMEASURED
                : new Accuracy(
                        marks,
                        json.path("positives").asInt(),
                        new Estimate(
                                json.path("value").asDouble(),
                                json.path("low").asDouble(),
                                json.path("high").asDouble()),
                        json.path("majority").asDouble(),
                        json.path("auc").asDouble(Double.NaN));
    }

    private static List<String> texts(JsonNode array, String field, String where) {
        if (array.size() > MOST_EXAMPLES) {
            throw damaged(where, "\"" + field + "\" has " + array.size() + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            if (!each.isTextual()) {
                throw damaged(where, "\"" + field + "\" holds something that is no text");
            }
            texts.add(each.asText());
        }
        return texts;
    }

    private static String text(JsonNode json, String field, String where) {
        if (!json.path(field).isTextual()) {
            throw damaged(where, "\"" + field + "\" is missing or no text");
        }
        return json.path(field).asText();
    }

    private static double number(JsonNode json, String field, String where) {
        if (!json.isNumber() || !Double.isFinite(json.asDouble())) {
            throw damaged(where, "\"" + field + "\" is missing or no number");
        }
        return json.asDouble();
    }

    private static Path folder(JsonNode json, String where) {
        try {
            return Path.of(text(json, "folder", where));
        } catch (InvalidPathException e) {
            throw damaged(where, "\"folder\" is no path", e);
        }
    }

    private static ServiceException damaged(String where, String what) {
        return new ServiceException("detector.damaged", where + ": " + what, "");
    }

    private static ServiceException damaged(String where, String what, Exception cause) {
        return new ServiceException("detector.damaged", where + ": " + what, "", cause);
    }
}
