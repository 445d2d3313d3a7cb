package dev.whetstone.engine.lora;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An adapter file's tensors by what they are for.
///
/// @param down A of each layer by its path
/// @param up B of each layer
/// @param magnitudes lengths of each layer's rows; empty but for DoRA
/// @param saved tensors of the model that are replaced whole
record AdapterTensors(
        Map<String, TensorInfo> down,
        Map<String, TensorInfo> up,
        Map<String, TensorInfo> magnitudes,
        List<String> saved) {
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";
    private static final String MAGNITUDES = ".lora_magnitude_vector";

    /// @param savedModules last parts of paths of modules that may be replaced whole
    /// @throws RuntimeFailure `adapter.weights` for a tensor that is none of these
    static AdapterTensors of(SafetensorsFile file, List<String> savedModules) {
        AdapterTensors all =
                new AdapterTensors(
                        new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        file.tensors().values().forEach(info -> all.sort(file, info, savedModules));
        if (!all.down.keySet().equals(all.up.keySet())) {
            throw new RuntimeFailure(
                    "adapter.weights", file.file() + ": some lora_A has no lora_B", "");
        }
        return all;
    }

    private void sort(SafetensorsFile file, TensorInfo info, List<String> savedModules) {
        if (info.name().startsWith(PeftAdapter.PREFIX)) {
            String name = info.name().substring(PeftAdapter.PREFIX.length());
            int dimensions = info.shape().size();
            if (name.endsWith(A) && dimensions == 2) {
                down.put(without(name, A), info);
                return;
            }
            if (name.endsWith(B) && dimensions == 2) {
                up.put(without(name, B), info);
                return;
            }
            if (name.endsWith(MAGNITUDES) && dimensions == 1) {
                magnitudes.put(without(name, MAGNITUDES), info);
                return;
            }
            if (name.contains(".") && isSaved(without(name, ".weight"), savedModules)) {
                saved.add(name);
                return;
            }
        }
        throw new RuntimeFailure(
                "adapter.weights",
                file.file() + ": tensor '" + info.name() + "' is no LoRA matrix",
                "");
    }

    private static boolean isSaved(String path, List<String> savedModules) {
        return savedModules.stream()
                .anyMatch(module -> path.equals(module) || path.endsWith("." + module));
    }

    private static String without(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
