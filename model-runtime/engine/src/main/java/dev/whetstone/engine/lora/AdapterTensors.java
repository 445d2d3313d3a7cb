package dev.whetstone.engine.lora;

import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.TensorInfo;
import java.util.Map;
import java.util.TreeMap;

/// An adapter file's tensors by what they are for.
///
/// @param down A of each layer by its path
/// @param up B of each layer
/// @param magnitudes lengths of each layer's rows; empty but for DoRA
/// @param saved names of the model's tensors that are replaced whole, with their names in the file
record AdapterTensors(
        Map<String, TensorInfo> down,
        Map<String, TensorInfo> up,
        Map<String, TensorInfo> magnitudes,
        Map<String, String> saved) {
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";
    private static final String MAGNITUDES = ".lora_magnitude_vector";
    private static final String BASE = ".base_layer.weight";
    private static final String WEIGHT = ".weight";

    /// @throws RuntimeFailure `adapter.weights` for a tensor that is none of these
    static AdapterTensors of(SafetensorsFile file) {
        AdapterTensors all =
                new AdapterTensors(
                        new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        file.tensors().values().forEach(info -> all.sort(file, info));
        if (!all.down.keySet().equals(all.up.keySet())) {
            throw new RuntimeFailure(
                    "adapter.weights", file.file() + ": some lora_A has no lora_B", "");
        }
        return all;
    }

    private void sort(SafetensorsFile file, TensorInfo info) {
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
            // PEFT stores an adapted head's own weights under this name
            if (name.endsWith(BASE)) {
                saved.put(without(name, BASE) + WEIGHT, info.name());
                return;
            }
            if (name.endsWith(WEIGHT) && !name.contains("lora_")) {
                saved.put(name, info.name());
                return;
            }
        }
        throw new RuntimeFailure(
                "adapter.weights",
                file.file() + ": tensor '" + info.name() + "' is no LoRA matrix",
                "");
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
