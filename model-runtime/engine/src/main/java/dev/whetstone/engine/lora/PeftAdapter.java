package dev.whetstone.engine.lora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.engine.control.RuntimeFailure;
import dev.whetstone.engine.weights.SafetensorsFile;
import dev.whetstone.engine.weights.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A LoRA adapter as PEFT saves it. Which layers it adapts is read from the tensors it holds;
/// settings that would change the maths in a way not known here are refused by name.
public final class PeftAdapter {
    /// Before every path in a tensor's name.
    public static final String PREFIX = "base_model.model.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";
    private static final List<String> REFUSED =
            List.of("use_dora", "use_qalora", "use_bdlora", "lora_bias", "fan_in_fan_out");
    private static final List<String> REFUSED_IF_SET =
            List.of(
                    "layer_replication",
                    "alora_invocation_tokens",
                    "arrow_config",
                    "modules_to_save",
                    "target_parameters",
                    "trainable_token_indices",
                    "kasa_config",
                    "velora_config",
                    "monteclora_config");

    private final SafetensorsFile weights;
    private final List<AdapterModule> modules;

    private PeftAdapter(SafetensorsFile weights, List<AdapterModule> modules) {
        this.weights = weights;
        this.modules = modules;
    }

    /// @param folder holds adapter_config.json and adapter_model.safetensors
    /// @throws RuntimeFailure `adapter.config`, `adapter.weights`, or those of safetensors
    public static PeftAdapter open(Path folder) {
        Path file = folder.resolve("adapter_config.json");
        JsonNode config = config(file);
        for (String field : REFUSED) {
            if (config.path(field).asBoolean(false)) {
                throw wrong(file, field, "is set, which is not supported");
            }
        }
        for (String field : REFUSED_IF_SET) {
            JsonNode value = config.path(field);
            if (!value.isMissingNode()
                    && !value.isNull()
                    && !(value.isContainerNode() && value.isEmpty())) {
                throw wrong(file, field, "is set, which is not supported");
            }
        }
        if (!config.path("bias").asText("none").equals("none")) {
            throw wrong(file, "bias", "'" + config.path("bias").asText() + "' is not supported");
        }
        SafetensorsFile weights = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"));
        return new PeftAdapter(weights, modules(file, config, weights));
    }

    public List<AdapterModule> modules() {
        return modules;
    }

    public SafetensorsFile weights() {
        return weights;
    }

    /// Name of a module's A in the file.
    public static String nameOfA(AdapterModule module) {
        return PREFIX + module.path() + A;
    }

    /// Name of a module's B in the file.
    public static String nameOfB(AdapterModule module) {
        return PREFIX + module.path() + B;
    }

    private static List<AdapterModule> modules(
            Path file, JsonNode config, SafetensorsFile weights) {
        Map<String, TensorInfo> down = new TreeMap<>();
        Map<String, TensorInfo> up = new TreeMap<>();
        for (TensorInfo info : weights.tensors().values()) {
            String name = info.name();
            if (name.startsWith(PREFIX) && name.endsWith(A) && info.shape().size() == 2) {
                down.put(name.substring(PREFIX.length(), name.length() - A.length()), info);
            } else if (name.startsWith(PREFIX) && name.endsWith(B) && info.shape().size() == 2) {
                up.put(name.substring(PREFIX.length(), name.length() - B.length()), info);
            } else {
                throw new RuntimeFailure(
                        "adapter.weights",
                        weights.file() + ": tensor '" + name + "' is no LoRA matrix",
                        "");
            }
        }
        if (!down.keySet().equals(up.keySet())) {
            throw new RuntimeFailure(
                    "adapter.weights", weights.file() + ": some lora_A has no lora_B", "");
        }
        List<AdapterModule> modules = new ArrayList<>();
        down.forEach((path, a) -> modules.add(module(file, config, path, a, up.get(path))));
        return List.copyOf(modules);
    }

    private static AdapterModule module(
            Path file,
            JsonNode config,
            String path,
            TensorInfo a,
            @org.jspecify.annotations.Nullable TensorInfo b) {
        int rank = Math.toIntExact(a.shape().get(0));
        if (b == null || b.shape().get(1) != rank) {
            throw new RuntimeFailure(
                    "adapter.weights", file + ": " + path + ": A and B differ in rank", "");
        }
        double alpha = config.path("lora_alpha").asDouble(8);
        for (Map.Entry<String, JsonNode> pattern : config.path("alpha_pattern").properties()) {
            if (path.equals(pattern.getKey()) || path.endsWith("." + pattern.getKey())) {
                alpha = pattern.getValue().asDouble();
            }
        }
        boolean stabilised = config.path("use_rslora").asBoolean(false);
        return new AdapterModule(
                path,
                rank,
                alpha / (stabilised ? Math.sqrt(rank) : rank),
                Math.toIntExact(a.shape().get(1)),
                Math.toIntExact(b.shape().get(0)));
    }

    private static JsonNode config(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 10_000_000) {
                throw wrong(file, "file", "missing or larger than 10 MB");
            }
            JsonNode root = JSON.readTree(file.toFile());
            if (!root.path("peft_type").asText("").equals("LORA")) {
                throw wrong(
                        file,
                        "peft_type",
                        "'" + root.path("peft_type").asText("") + "' is not supported (LORA is)");
            }
            return root;
        } catch (IOException e) {
            throw new RuntimeFailure(
                    "adapter.config", file + ": not valid JSON: " + e.getMessage(), "", e);
        }
    }

    private static RuntimeFailure wrong(Path file, String field, String message) {
        return new RuntimeFailure("adapter.config", file + ": " + field + ": " + message, "");
    }
}
