package dev.whetstone.engine.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The weights of a Hugging Face folder: `model.safetensors`, or the shards that
/// `model.safetensors.index.json` names.
public final class WeightFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST_INDEX = 100_000_000;

    private final Path folder;
    private final Map<String, SafetensorsFile> files;

    private WeightFolder(Path folder, Map<String, SafetensorsFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /// Reads headers alone.
    ///
    /// @throws RuntimeFailure `weights.missing`, `weights.index`, `weights.header`, `weights.read`
    public static WeightFolder open(Path folder) {
        Path single = folder.resolve("model.safetensors");
        Path index = folder.resolve("model.safetensors.index.json");
        if (Files.isRegularFile(single)) {
            SafetensorsFile file = SafetensorsFile.open(single);
            Map<String, SafetensorsFile> files = new LinkedHashMap<>();
            file.names().forEach(name -> files.put(name, file));
            return new WeightFolder(folder, files);
        }
        if (Files.isRegularFile(index)) {
            return new WeightFolder(folder, shards(folder, index));
        }
        throw new RuntimeFailure(
                "weights.missing",
                folder + ": neither model.safetensors nor model.safetensors.index.json",
                "name a folder in Hugging Face layout; .bin files must be converted first");
    }

    public Set<String> names() {
        return files.keySet();
    }

    /// The name under which a tensor is stored: bare base models lack the first part of it.
    public String stored(String name) {
        String bare = name.substring(name.indexOf('.') + 1);
        return !files.containsKey(name) && files.containsKey(bare) ? bare : name;
    }

    /// @param full the name in a whole model, as in [#stored]
    /// @throws RuntimeFailure `weights.missing` where there is no such tensor
    public TensorInfo info(String full) {
        String name = stored(full);
        TensorInfo info = file(name).tensors().get(name);
        if (info == null) {
            throw new RuntimeFailure("weights.missing", folder + ": no tensor '" + name + "'", "");
        }
        return info;
    }

    /// Bytes of one tensor, mapped until the arena closes.
    public MemorySegment map(String full, Arena arena) {
        String name = stored(full);
        return file(name).map(name, arena);
    }

    private SafetensorsFile file(String name) {
        SafetensorsFile file = files.get(name);
        if (file == null) {
            throw new RuntimeFailure(
                    "weights.missing",
                    folder + ": the weights have no tensor '" + name + "'",
                    "check that config.json belongs to these weights");
        }
        return file;
    }

    private static Map<String, SafetensorsFile> shards(Path folder, Path index) {
        Map<String, SafetensorsFile> opened = new LinkedHashMap<>();
        Map<String, SafetensorsFile> files = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : weightMap(index).properties()) {
            String shard = entry.getValue().asText();
            if (!shard.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
                throw wrongIndex(
                        index,
                        "tensor '" + entry.getKey() + "' is in '" + shard + "', no file name");
            }
            SafetensorsFile file =
                    opened.computeIfAbsent(shard, s -> SafetensorsFile.open(folder.resolve(s)));
            if (!file.names().contains(entry.getKey())) {
                throw wrongIndex(index, shard + " has no tensor '" + entry.getKey() + "'");
            }
            files.put(entry.getKey(), file);
        }
        return files;
    }

    private static JsonNode weightMap(Path index) {
        try {
            if (Files.size(index) > LARGEST_INDEX) {
                throw wrongIndex(index, "the file is larger than 100 MB");
            }
            JsonNode map = JSON.readTree(index.toFile()).path("weight_map");
            if (!map.isObject()) {
                throw wrongIndex(index, "there is no object 'weight_map'");
            }
            return map;
        } catch (IOException e) {
            throw wrongIndex(index, "not valid JSON: " + e.getMessage());
        }
    }

    private static RuntimeFailure wrongIndex(Path index, String message) {
        return new RuntimeFailure("weights.index", index + ": " + message, "");
    }
}
